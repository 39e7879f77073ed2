// Opening and saving a dossier, and the draft that the browser keeps.
"use strict";
(() => {
  const { say } = form;
  const DRAFT = "cop11.form.draft";

  // ---- the draft ---------------------------------------------------------------

  // A browser may keep nothing for a page; the form works without.
  const kept = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  };
  form.keepDraft = () => kept((store) => store.setItem(DRAFT, JSON.stringify(form.dossier)));
  const dropDraft = () => kept((store) => store.removeItem(DRAFT));

  function offerDraft() {
    const text = kept((store) => store.getItem(DRAFT)), box = document.getElementById("draft");
    if (!text || text === JSON.stringify(form.dossier)) return;
    const close = (act) => () => {
      act();
      box.hidden = true;
    };
    box.hidden = false;
    box.replaceChildren(form.element("p", {}, say("This browser keeps a draft that was not finished.")),
      form.element("div", { class: "tools" },
        form.button(say("Go on with the draft"), close(() => form.show(JSON.parse(text)))), form.button(say("Discard it"), close(dropDraft))));
  }

  // ---- opening and saving ----------------------------------------------------------

  // A dossier, or an error that says what is wrong with a text.
  form.parse = (text) => {
    const dossier = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (!form.isObject(dossier) || dossier.format !== form.dossierFormat)
      throw new Error(say("it is no dossier: its format is not {format}", { format: form.dossierFormat }));
    return dossier;
  };

  async function open(file) {
    try {
      form.show(form.parse(await file.text()));
      form.tell(say("{file} is open.", { file: file.name }));
    } catch (error) {
      form.tell(say("{file} was not opened: {why}. What you had stays.", { file: file.name, why: error.message }));
    }
  }

  const nameOf = () => {
    const id = form.dossier.member?.id;
    return `${String(id ?? "dossier").replace(/[^\w.-]+/g, "-")}.json`;
  };

  form.text = () => `${JSON.stringify(form.dossier, null, 2)}\n`;

  function save() {
    const link = form.element("a", { download: nameOf(), href: URL.createObjectURL(new Blob([form.text()], { type: "application/json" })) });
    link.click();
    URL.revokeObjectURL(link.href);
    dropDraft();
    form.tell(say("{file} was saved. Its report comes from: {command}", { file: nameOf(), command: `cop11 assess ${nameOf()}` }));
  }

  form.startFiles = () => {
    const input = document.getElementById("open");
    input.addEventListener("change", () => input.files[0] && open(input.files[0]).then(() => { input.value = ""; }));
    document.getElementById("save").addEventListener("click", save);
    document.getElementById("anew").addEventListener("click", () => {
      if (confirm(say("Begin anew? What is not saved is lost."))) form.show({ format: form.dossierFormat });
    });
    offerDraft();
  };
})();
