// A handle of the library that is freed once, and after its last use.
"use strict";

const left = new FinalizationRegistry((handle) => handle.close());

class Handle {
  #name;
  #pointer;
  #free;
  #users = 0;
  #closed = false;

  constructor(name, pointer, free) {
    this.#name = name;
    this.#pointer = pointer;
    this.#free = free;
  }

  // Frees it too when `owner`, whose handle it is, is forgotten.
  static of(owner, name, pointer, free) {
    const handle = new Handle(name, pointer, free);
    left.register(owner, handle);
    return handle;
  }

  // What `action` makes of the pointer, which stays good until it returns.
  use(action) {
    if (this.#closed) throw new TypeError(`the ${this.#name} is closed`);
    this.#users += 1;
    try {
      return action(this.#pointer);
    } finally {
      this.#users -= 1;
      if (this.#closed && this.#users === 0) this.#free(this.#pointer);
    }
  }

  // A callback may close what its own call uses.
  close() {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#users === 0) this.#free(this.#pointer);
  }
}

module.exports = { Handle };
