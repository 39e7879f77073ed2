// The register of evidence: documents, interviews, observations; files by reference,
// with the SHA-256 that shows later whether a file is the same.
"use strict";
(() => {
  const { element, button, say } = form;
  const KINDS = [["", say("Choose")], ["document", say("Document")], ["interview", say("Interview")],
    ["observation", say("Observation")], ["record", say("Record")], ["external_register", say("External register")]];
  const COLLECTORS = [["", say("Not said")], ["member", say("The Member")], ["auditor", say("The auditor")],
    ["third-party", say("A third party")]];

  const register = () => (Array.isArray(form.dossier.evidence) ? form.dossier.evidence : (form.dossier.evidence = []));

  function freeId() {
    const taken = new Set(register().map((one) => one.id));
    let number = register().length + 1;
    while (taken.has(`E-${number}`)) number++;
    return `E-${number}`;
  }

  function take(one, key) {
    return (value) => {
      if (value === undefined) delete one[key];
      else one[key] = value;
      form.changed();
    };
  }

  function part(one, redraw) {
    const text = (words, key) => form.field(words, form.textBox(one[key], take(one, key)));
    const day = (words, key) => form.field(words, form.typed(one[key], take(one, key), form.readDay, form.WANTED_DAY));
    return element("details", { class: "item" },
      element("summary", {}, `${one.id ?? "?"} ${one.title ?? ""}`),
      text(say("Id"), "id"), form.field(say("Kind"), form.selectBox(one.kind, KINDS, take(one, "kind"))),
      text(say("Title"), "title"), text(say("Where it is kept (file, number, link)"), "ref"), day(say("Date"), "date"),
      day(say("Valid until"), "valid_until"),
      form.field(say("Collected by"), form.selectBox(one.collected_by, COLLECTORS, take(one, "collected_by"))),
      text(say("SHA-256 of the file"), "hash"), text(say("Kind of file"), "media_type"), text(say("Remark"), "note"),
      button(say("Remove this evidence"), () => {
        register().splice(register().indexOf(one), 1);
        if (register().length === 0) delete form.dossier.evidence;
        form.changed();
        redraw();
      }));
  }

  form.sha256 = async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // A file is not taken in: its name and what it hashes to are.
  async function addFiles(files, redraw) {
    for (const file of files) {
      const one = { id: freeId(), kind: "document", title: file.name, ref: file.name,
        hash: `sha256:${await form.sha256(await file.arrayBuffer())}` };
      if (file.type) one.media_type = file.type;
      register().push(one);
    }
    form.changed();
    redraw();
    form.tell(say("{count} added to the evidence. The files themselves stay where they are: keep them.", { count: files.length }));
  }

  form.evidencePage = (redraw) => {
    const files = element("input", { type: "file", multiple: true, id: "files", onchange: () => addFiles([...files.files], redraw) });
    return [
      element("p", { class: "quiet" }, say("What shows the answers. Name it once here, and tick it at each answer that it shows.")),
      (form.dossier.evidence ?? []).map((one) => part(one, redraw)),
      element("div", { class: "tools" },
        button(say("Add evidence"), () => {
          register().push({ id: freeId(), kind: "document" });
          form.changed();
          redraw();
        }),
        element("label", { class: "button", for: "files" }, say("Add files or photos"), files)),
    ];
  };
})();
