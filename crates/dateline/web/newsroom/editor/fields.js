/** The fields of the story's form: what they say now, and putting back what they said. */

/** By name: a text, or a list of texts where a name may come more than once. Fields of the editor itself are left out. */
export function readFields(form, editor) {
  const fields = readMedia(form);
  for (const field of saved(form, editor)) {
    const isMany = field.type === "select-multiple" || (field.type === "checkbox" && form.elements.namedItem(field.name)?.length > 1);
    if (isMany) fields[field.name] = [...(fields[field.name] ?? []), ...values(field)];
    else if (field.type === "radio") fields[field.name] = field.checked ? field.value : fields[field.name] ?? "";
    else if (field.type === "checkbox") fields[field.name] = field.checked ? field.value : "";
    else fields[field.name] = field.value;
  }
  return fields;
}

/**
 * The pictures a story leads with, as one list: a form has them as `media_0`, `media_0_alt` and so on, with a box to strike
 * each out and a field for one more. A form without them has no such list.
 */
function readMedia(form) {
  if (!form.elements.namedItem("media_shown")) return {};
  const value = (name) => form.elements.namedItem(name)?.value ?? "";
  const media = [];
  for (let place = 0; form.elements.namedItem(`media_${place}`); place += 1) {
    const [name, gone] = [`media_${place}`, form.elements.namedItem(`media_${place}_remove`)];
    if (gone?.checked) continue;
    media.push({ media: value(name), alt: value(`${name}_alt`), caption: value(`${name}_caption`), credit: value(`${name}_credit`) });
  }
  const added = value("media_add").trim();
  if (/^[0-9a-f-]{32,36}$/i.test(added)) media.push({ media: added });
  return { media };
}

/** Puts values back, by name. */
export function writeFields(form, editor, fields) {
  for (const field of saved(form, editor)) {
    if (!(field.name in fields)) continue;
    const value = fields[field.name];
    const has = (one) => (Array.isArray(value) ? value.includes(one) : value === one);
    if (field.type === "checkbox" || field.type === "radio") field.checked = has(field.value);
    else if (field.type === "select-multiple") [...field.options].forEach((option) => { option.selected = has(option.value); });
    else field.value = value;
    field.dispatchEvent(new Event("tokens:read"));
  }
}

/** What is checked of the fields before release; `null` for what the form does not have. */
export function checkedFields(form) {
  const field = (name) => form.elements.namedItem(name);
  const value = (name) => field(name)?.value ?? null;
  const section = field("section")?.selectedOptions?.[0];
  return {
    headline: value("headline"),
    section: value("section"),
    isInEdition: section?.dataset.elsewhere === undefined,
    dateline: value("dateline_place"),
    kind: value("kind"),
    urgency: value("urgency") === null ? null : Number(value("urgency")),
  };
}

/** Pictures beside the text that say nothing themselves and whose record says nothing either: `[{field, missing}]`. */
export function unsaidBeside(form, media) {
  const found = new Map();
  for (const used of readMedia(form).media ?? []) {
    const known = media.of(used.media);
    for (const name of ["alt", "credit"]) {
      if (!(used[name]?.trim() || known[name])) found.set(name, { field: "media", missing: name });
    }
  }
  return [...found.values()];
}

function values(field) {
  if (field.type === "checkbox") return field.checked ? [field.value] : [];
  return [...field.selectedOptions].map((option) => option.value);
}

/** Fields that are part of the story: named, and neither hidden, files, pictures, buttons nor marked `data-unsaved`. */
function saved(form, editor) {
  const left = ["hidden", "file", "button", "submit", "reset", "image", "password"];
  return [...form.elements].filter((field) => field.name && !left.includes(field.type) && field.tagName !== "FIELDSET"
    && field.tagName !== "OUTPUT" && !field.name.startsWith("media_") && !("unsaved" in field.dataset) && !editor.contains(field) && field.name !== "body_html");
}
