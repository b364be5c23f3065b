// Bodies made by chance from the JSON Schema that story_body prints, so that whatever it gains appears here by itself.

import { embedAddress } from "../editor/addresses.js";
import { cleanWords } from "./chance.js";

const LINKS = ["https://arna.example/x", "/en/1", "mailto:a@b.example", "https://arna.example/Ann%20Lee"];
/** Items of providers that have no plain numbers. */
export const ITEMS = { instagram: "p/Cabc", telegram: "arna/15", spotify: "track/4rOo" };
/** Lists that a block without would be nothing. */
const NOT_EMPTY = ["items", "paragraphs", "rows"];

export class RandomBodies {
  constructor(schema, chance) {
    this.schema = schema;
    this.chance = chance;
    this.ids = 0;
  }

  /** A body in the one form in which it is written, so with something at its end. */
  body() {
    this.ids = 0;
    const kinds = this.schema.properties.blocks.items.oneOf;
    const blocks = this.chance.many(8, () => this.block(this.chance.one(kinds)));
    return { blocks: [...blocks, { id: "end", type: "rule" }] };
  }

  block(kind) {
    const block = { ...this.make(kind), id: `b${(this.ids += 1)}` };
    if (block.type === "embed") {
      block.item = ITEMS[block.provider] ?? "12345";
      block.url = embedAddress(block);
    }
    return block;
  }

  make(schema, name = "", depth = 0) {
    if (schema.$ref) return this.named(schema.$ref.split("/").at(-1), name, depth);
    if ("const" in schema) return schema.const;
    if (schema.enum) return name === "marks" ? null : this.chance.one(schema.enum);
    switch (schema.type) {
      case "object": return this.object(schema, depth);
      case "array": return this.list(schema, name, depth);
      case "integer": return this.chance.between(schema.minimum, Math.min(schema.maximum, schema.minimum + 3));
      case "string": return cleanWords(this.chance);
      default: throw new Error(`the schema has something new: ${JSON.stringify(schema)}`);
    }
  }

  named(definition, name, depth) {
    switch (definition) {
      case "id": return "x1";
      case "language": return this.chance.one(["fr", "zh-Hans", "ar"]);
      case "link": return this.chance.one(LINKS);
      case "media": return this.chance.one(["p01.jpg", "0190a3c4-aaaa", "https://a.example/x.jpg"]);
      case "content": return this.content();
      default: return this.make(this.schema.$defs[definition], name, depth + 1);
    }
  }

  object(schema, depth) {
    const made = {};
    for (const [key, value] of Object.entries(schema.properties)) {
      const needed = schema.required.includes(key) || ["provider", "item"].includes(key);
      const tooDeep = key === "list" && depth > 6;
      if (!needed && (tooDeep || this.chance.happens(0.5))) continue;
      made[key] = this.make(value, key, depth);
    }
    return normal(made);
  }

  list(schema, name, depth) {
    return this.chance.many(3, () => this.make(schema.items, name, depth), NOT_EMPTY.includes(name) ? 1 : 0);
  }

  /** Runs: none empty, neighbours of different style. */
  content() {
    const run = this.schema.$defs.run;
    const marks = run.properties.marks.items.enum;
    const runs = [];
    let last = "";
    for (const made of this.chance.many(4, () => this.object({ ...run, required: ["text", "marks"] }, 9))) {
      made.marks = marks.filter(() => this.chance.happens(0.2));
      if (!made.marks.length) delete made.marks;
      const { text, ...style } = made;
      if (!text || JSON.stringify(style) === last) continue;
      last = JSON.stringify(style);
      runs.push(made);
    }
    return runs;
  }
}

/** Leaves out what is left out when it says nothing, and what cannot reach further than the table. */
function normal(made) {
  for (const key of ["caption", "cite", "tracks"]) {
    if (made[key]?.length === 0) delete made[key];
  }
  if (made.kind === "data") delete made.kind;
  for (const key of ["colspan", "rowspan"]) {
    if (made[key] === 1 || key === "rowspan") delete made[key];
  }
  return made;
}
