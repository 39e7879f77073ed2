// A page whose show(dossier) draws the form by JSON Forms with its Material
// renderers, exactly as cop11_describe gives it, and whose given() is what the
// form would hand over.
import React from "react";
import { createRoot } from "react-dom/client";
import { JsonForms } from "@jsonforms/react";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import form from "./form.json";

const root = createRoot(document.getElementById("root"));
let state, number = 0;

window.show = (dossier) => {
  state = { data: dossier, errors: [] };
  root.render(<><style>{form.style}</style><JsonForms key={number++} {...form.props} data={dossier} renderers={materialRenderers}
    cells={materialCells} onChange={(next) => { state = next; }} /></>);
};
window.given = () => state.data;
window.wrong = () => state.errors.map((error) => `${error.instancePath} ${error.message}`);
window.offer = (evidence) => {
  Object.assign(form.props.schema.definitions["evidence-id"],
    { oneOf: evidence.map(({ id, title }) => ({ const: id, title: title ?? id })) });
};
