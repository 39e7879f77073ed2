// Conditions of the rules, with what is not known: a condition comes to a set of what
// it may still be, as in scripts/base/logic.lua.  Only whether it is known not to
// hold matters here, so all shortfalls are one.
"use strict";
const form = globalThis.form = {};

form.NA = 1;
form.MET = 2;
form.SHORT = 4;
form.UNKNOWN = form.MET | form.SHORT;

(() => {
  const { NA, MET, SHORT, UNKNOWN } = form;

  // Every pair out of two sets, joined.
  function joined(a, b, join) {
    let mask = 0;
    for (const x of [NA, MET, SHORT])
      for (const y of [NA, MET, SHORT])
        if (a & x && b & y) mask |= join(x, y);
    return mask;
  }
  const worse = (a, b) => Math.max(a, b);
  const better = (a, b) => (a === NA ? b : b === NA ? a : Math.min(a, b));
  const turned = (a) => (a & NA) | (a & MET ? SHORT : 0) | (a & SHORT ? MET : 0);

  // ---- one fact -------------------------------------------------------------

  function choice(cell, values, wanted) {
    const meets = (value) => (values.includes(value) === wanted ? MET : SHORT);
    if (cell.value !== undefined) return meets(cell.value);
    if (!cell.possible) return UNKNOWN;
    return cell.possible.reduce((mask, value) => mask | meets(value), 0);
  }

  // How many of `names` the set surely holds, and may hold.
  function members(cell, names) {
    const has = cell.value ?? cell.includes ?? [];
    const sure = names.filter((name) => has.includes(name)).length;
    return [sure, cell.value ? sure : names.length];
  }

  function set(cell, names, isMet) {
    const [sure, possible] = members(cell, names);
    let mask = 0;
    for (let k = sure; k <= possible; k++) mask |= isMet(k, names.length) ? MET : SHORT;
    return mask;
  }

  const low = (cell) => cell.value ?? cell.low ?? 0;
  const high = (cell) => cell.value ?? cell.high ?? Infinity;

  function compared(cell, number, canMeet, canFail) {
    const a = low(cell), b = high(cell);
    return (canMeet(a, b, number) ? MET : 0) | (canFail(a, b, number) ? SHORT : 0);
  }

  // A part of a whole, of which it is asked whether it is all of it.
  function covers(part, whole) {
    let [pl, ph, wl, wh] = [low(part), high(part), low(whole), high(whole)];
    if (part.share === "some") return SHORT;
    if (part.share) return (wl === 0 ? NA : 0) | (wh === 0 ? 0 : part.share === "all" ? MET : SHORT);
    if (pl > wh) [pl, ph, wl, wh] = [0, Infinity, 0, Infinity];
    const least = Math.max(pl, wl, 1), some = Math.max(pl, 1);
    return (pl === 0 && wl === 0 ? NA : 0) | (least <= ph && least <= wh ? MET : 0) |
      (pl === 0 && wh >= 1 || some <= ph && some < wh ? SHORT : 0);
  }

  const operators = {
    is: (cell, operand) => choice(cell, operand.values, true),
    is_not: (cell, operand) => choice(cell, operand.values, false),
    includes: (cell, operand) => set(cell, operand.values, (k, n) => k === n),
    includes_any: (cell, operand) => set(cell, operand.values, (k) => k > 0),
    includes_none: (cell, operand) => set(cell, operand.values, (k) => k === 0),
    exactly: (cell, { number }) => compared(cell, number, (a, b, n) => a <= n && b >= n, (a, b, n) => a !== n || b !== n),
    more_than: (cell, { number }) => compared(cell, number, (a, b, n) => b > n, (a, b, n) => a <= n),
    covers: (cell, operand, at) => covers(cell, at.cell(operand)),
  };

  // What a program does not know, it takes for not known.
  function fact(tree, at) {
    const { operand } = tree, judge = operators[tree.op];
    const known = operand.values || operand.number !== undefined || tree.op === "covers" && operand.fact;
    if (!judge || !known || tree.parameter) return UNKNOWN | NA;
    const cell = at.cell(tree), mask = judge(cell, operand, at);
    const gate = at.notApplicable(tree, cell);
    if (gate === undefined || cell.known) return mask;
    if (cell.state === "not_applicable" && gate === MET) return NA;
    return mask | (gate & MET ? NA : 0);
  }

  // ---- lists ----------------------------------------------------------------

  // What each item of a list may be, NA standing for one that does not count.
  function looked(tree, at) {
    const { items, open } = at.list(tree.list);
    const masks = items.map((inside) => {
      const gate = tree.where ? form.holds(tree.where, inside) : MET;
      const mask = gate & MET ? tree.parts.reduce((all, part) => joined(all, form.holds(part, inside), worse), NA) : 0;
      return mask | (gate & ~MET ? NA : 0);
    });
    return { masks, open };
  }

  form.count = (tree, at) => {
    const { masks, open } = looked(tree, at);
    const sure = masks.filter((mask) => mask === MET).length;
    return [sure, open ? Infinity : masks.filter((mask) => mask & MET).length];
  };

  function some(tree, at) {
    const [sure, may] = form.count(tree, at);
    return sure > 0 ? MET : SHORT | (may > 0 ? MET : 0);
  }

  // ---- all kinds ----------------------------------------------------------------

  const parts = (tree, at, start, join) =>
    tree.parts.reduce((mask, part) => joined(mask, form.holds(part, at), join), start);

  const kinds = {
    fact,
    listed: () => MET,
    all: (tree, at) => parts(tree, at, NA, worse),
    any: (tree, at) => parts(tree, at, NA, better),
    none: (tree, at) => turned(parts(tree, at, NA, better)),
    some,
  };

  // What the condition `tree` may be at the place `at` (places.js).
  form.holds = (tree, at) => (kinds[tree.kind] ?? (() => UNKNOWN | NA))(tree, at);
})();
