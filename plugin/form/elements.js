// Making elements: text is always text, never markup.
"use strict";
(() => {
  let number = 0;
  form.newId = () => `f${++number}`;

  // An element with its properties and what stands in it; null and false stand nowhere.
  form.element = (name, properties, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (value === undefined || value === null || value === false) continue;
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...inside.flat().filter((one) => one !== null && one !== undefined && one !== false));
    return made;
  };

  form.button = (words, act, properties) => form.element("button", { type: "button", onclick: act, ...properties }, words);

  // A control under its label.
  form.field = (words, control) => {
    const box = control.matches("div") ? control.querySelector("input") : control;
    box.id ||= form.newId();
    box.removeAttribute("aria-label");
    return form.element("div", { class: "field" }, form.element("label", { for: box.id }, words), control);
  };

  // A line or lines of text, told when they are left.
  form.textBox = (value, take, { long, short } = {}) => {
    const box = form.element(long ? "textarea" : "input", long ? { rows: 2 } : { type: "text", class: short && "short" });
    box.value = value ?? "";
    box.addEventListener("change", () => take(box.value.trim() || undefined, box));
    return box;
  };

  form.selectBox = (value, options, take) => {
    const box = form.element("select", {}, options.map(([name, words]) => form.element("option", { value: name }, words)));
    box.value = value ?? "";
    box.addEventListener("change", () => take(box.value || undefined));
    return box;
  };

  form.tell = (words) => { document.getElementById("status").textContent = words; };
})();
