import { attach } from "./proof-of-work.js";

const form = document.querySelector("form#feedback");
if (form) attach(form);
