// A page whose show(dossier) draws the form by react-jsonschema-form, exactly as
// cop11_describe gives it, and whose given() is what the form would hand over.
import React, { createRef } from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import form from "./form.json";

const root = createRoot(document.getElementById("root"));
let reference, number = 0;

window.show = (dossier) => {
  reference = createRef();
  root.render(<><style>{form.style}</style><Form key={number++} ref={reference} {...form.props} validator={validator} formData={dossier} /></>);
};
window.given = () => reference.current.state.formData;
window.wrong = () => validator.validateFormData(window.given(), form.props.schema).errors.map((error) => error.stack);
window.offer = (evidence) => {
  Object.assign(form.props.schema.definitions["evidence-id"],
    { oneOf: evidence.map(({ id, title }) => ({ const: id, title: title ?? id })) });
};
