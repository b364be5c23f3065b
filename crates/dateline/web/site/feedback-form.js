import { attach } from "./proof-of-work.js";

const form = document.querySelector("form:is(#feedback, #report)");
if (form) attach(form);
