package cop11

/*
#cgo pkg-config: cop11
#include <cop11.h>
#include <stdlib.h>

// C keeps what Go may move: the structs of one call, and a number by which Go finds
// what its callbacks need.
typedef struct frame {
  cop11_options options;
  cop11_call call;
  cop11_error error;
  uintptr_t call_handle;
  uintptr_t log_handle;
} frame;

extern int32_t cop11GoCancel(void *data);
extern void cop11GoLog(void *data, int32_t level, char *text, size_t size);

static void frame_cancel(frame *frame, uintptr_t handle) {
  frame->call_handle = handle;
  frame->call.cancel = cop11GoCancel;
  frame->call.cancel_data = &frame->call_handle;
}
static void frame_log(frame *frame, uintptr_t *handle) {
  frame->options.log = (cop11_log_fn)(void *)cop11GoLog;
  frame->options.log_data = handle;
}
*/
import "C"

import (
	"context"
	"runtime/cgo"
	"strings"
	"unsafe"
)

// frame is one call of C: its structs, what it must free, what a callback met.
type frame struct {
	c        *C.frame
	blocks   []unsafe.Pointer
	handles  []cgo.Handle
	held     []func()
	panicked any
	err      error // of an argument
}

func newFrame(ctx context.Context, call *Call) *frame {
	f := &frame{c: (*C.frame)(C.calloc(1, C.sizeof_frame))}
	f.blocks = append(f.blocks, unsafe.Pointer(f.c))
	f.c.error.struct_size = C.sizeof_cop11_error
	f.c.call.struct_size = C.sizeof_cop11_call
	f.c.options.struct_size = C.sizeof_cop11_options
	if call != nil {
		f.c.call.as_of = f.optional(call.AsOf)
		f.c.call.format = f.optional(call.Format)
		f.c.call.evaluated_at = f.optional(call.EvaluatedAt)
		f.c.call.time_limit_ms = C.uint32_t(call.TimeLimit.Milliseconds())
		if call.ShowSensitive {
			f.c.call.flags = C.COP11_SHOW_SENSITIVE
		}
	}
	if ctx.Done() != nil {
		C.frame_cancel(f.c, C.uintptr_t(f.handle(ctx)))
	}
	return f
}

func (f *frame) handle(value any) cgo.Handle {
	handle := cgo.NewHandle(value)
	f.handles = append(f.handles, handle)
	return handle
}

// text is a copy for C; a NUL in it would cut it off.
func (f *frame) text(text string) *C.char {
	if strings.Contains(text, "\x00") {
		f.err = errNUL
		text = ""
	}
	copied := C.CString(text)
	f.blocks = append(f.blocks, unsafe.Pointer(copied))
	return copied
}

func (f *frame) optional(text string) *C.char {
	if text == "" {
		return nil
	}
	return f.text(text)
}

// pointers is room for `count` pointers, never NULL.
func (f *frame) pointers(count int) unsafe.Pointer {
	block := C.calloc(C.size_t(count+1), C.size_t(unsafe.Sizeof(uintptr(0))))
	f.blocks = append(f.blocks, block)
	return block
}

// end gives back what the frame took, and says how the call ended.
func (f *frame) end(status C.cop11_status, ctx context.Context) error {
	defer f.release()
	switch {
	case f.panicked != nil:
		panic(f.panicked)
	case status == C.COP11_OK:
		return nil
	case status == C.COP11_E_CANCELLED && ctx.Err() != nil:
		return ctx.Err()
	}
	e := &f.c.error
	return &Error{Status(e.status), C.GoString(&e.message[0]),
		C.GoString(&e.where[0]), int(e.line), int(e.column)}
}

func (f *frame) release() {
	for _, release := range f.held {
		release()
	}
	for _, handle := range f.handles {
		handle.Delete()
	}
	for _, block := range f.blocks {
		C.free(block)
	}
	f.blocks, f.handles, f.held = nil, nil, nil
}

//export cop11GoCancel
func cop11GoCancel(data unsafe.Pointer) C.int32_t {
	ctx := cgo.Handle(*(*C.uintptr_t)(data)).Value().(context.Context)
	if ctx.Err() != nil {
		return 1
	}
	return 0
}

// logger is what an engine's log needs; `opening` is the call that opens it.
type logger struct {
	log     func(level int, text string)
	opening *frame
}

//export cop11GoLog
func cop11GoLog(data unsafe.Pointer, level C.int32_t, text *C.char, size C.size_t) {
	logger := cgo.Handle(*(*C.uintptr_t)(data)).Value().(*logger)
	defer func() {
		if met := recover(); met != nil && logger.opening != nil {
			logger.opening.panicked = met
		}
	}()
	logger.log(int(level), C.GoStringN(text, C.int(size)))
}

func frameLog(f *frame, cell unsafe.Pointer) {
	C.frame_log(f.c, (*C.uintptr_t)(cell))
}
