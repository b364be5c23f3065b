// A stream of server-sent events, asked for again whenever it breaks, as a browser does.

/** Calls `hear(name, data)` for every event until `signal` is aborted. */
export async function follow(person, path, signal, hear) {
  while (!signal.aborted) {
    try {
      const answer = await fetch(person.origin + path, { headers: person.headers({ accept: "text/event-stream" }), signal });
      if (answer.status === 200) await read(answer.body, hear);
      else await answer.body?.cancel();
    } catch {
      // The line is lost, or nobody listens any more.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function read(body, hear) {
  let text = "";
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const events = text.split("\n\n");
    text = events.pop();
    for (const event of events) {
      const field = (name) => event.split("\n").find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1).trim();
      if (field("event") && field("data")) hear(field("event"), JSON.parse(field("data")));
    }
  }
}
