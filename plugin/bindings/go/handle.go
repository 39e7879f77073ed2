package cop11

import "sync"

// handle is freed once, and after its last use.
type handle struct {
	lock   sync.Mutex
	users  int
	closed bool
	free   func()
}

// use keeps the handle until what it returns is called.
func (h *handle) use() (func(), error) {
	h.lock.Lock()
	defer h.lock.Unlock()
	if h.closed {
		return nil, ErrClosed
	}
	h.users++
	return h.leave, nil
}

func (h *handle) leave() {
	h.lock.Lock()
	h.users--
	last := h.closed && h.users == 0
	h.lock.Unlock()
	if last {
		h.free()
	}
}

func (h *handle) close() {
	h.lock.Lock()
	last := !h.closed && h.users == 0
	h.closed = true
	h.lock.Unlock()
	if last {
		h.free()
	}
}
