import { attach as copyWithLink } from "./copy-with-link.js";
import { attach as reportSelection } from "./report-selection.js";

document.querySelectorAll("button[data-copy]").forEach(copyWithLink);
document.querySelectorAll("form.report").forEach(reportSelection);
