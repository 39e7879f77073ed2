package cop11

/*
#include <cop11.h>
#include <stdlib.h>
*/
import "C"

import (
	"context"
	"runtime"
	"runtime/cgo"
	"time"
	"unsafe"
)

// Engine is rules ready to run; it serves any number of goroutines.
type Engine struct {
	handle
	pointer *C.cop11_engine
}

// Open opens an engine; without options on the built-in rules.
func Open(ctx context.Context, options *Options, call *Call) (*Engine, error) {
	f := newFrame(ctx, call)
	f.setOptions(options)
	if f.err != nil {
		defer f.release()
		return nil, f.err
	}
	forget, logger := f.setLog(options)
	var out *C.cop11_engine
	status := C.cop11_engine_open(&f.c.options, &f.c.call, &out, &f.c.error)
	if logger != nil {
		logger.opening = nil
	}
	free := func() { C.cop11_engine_close(out); forget() }
	opened := false
	defer func() { // the log may have panicked
		if !opened {
			free()
		}
	}()
	if err := f.end(status, ctx); err != nil {
		return nil, err
	}
	opened = true
	e := &Engine{pointer: out}
	e.free = free
	runtime.SetFinalizer(e, (*Engine).Close)
	return e, nil
}

// setLog gives C the log, which lives until forget is called.
func (f *frame) setLog(options *Options) (forget func(), kept *logger) {
	if options == nil || options.Log == nil {
		return func() {}, nil
	}
	kept = &logger{options.Log, f}
	handle := cgo.NewHandle(kept)
	cell := (*C.uintptr_t)(C.malloc(C.size_t(unsafe.Sizeof(C.uintptr_t(0)))))
	*cell = C.uintptr_t(handle)
	frameLog(f, unsafe.Pointer(cell))
	return func() { handle.Delete(); C.free(unsafe.Pointer(cell)) }, kept
}

type job func(f *frame, out **C.cop11_text) C.cop11_status

func (e *Engine) do(ctx context.Context, call *Call, action job) (*Text, error) {
	leave, err := e.use()
	if err != nil {
		return nil, err
	}
	defer leave()
	f := newFrame(ctx, call)
	return f.returned(ctx, func(out **C.cop11_text) C.cop11_status { return action(f, out) })
}

// Evaluate returns the report on a dossier, "cop11.report/1".
func (e *Engine) Evaluate(ctx context.Context, dossier []byte, call *Call) (*Text, error) {
	return e.do(ctx, call, func(f *frame, out **C.cop11_text) C.cop11_status {
		data, size := bytes(dossier)
		return C.cop11_evaluate(e.pointer, data, size, &f.c.call, out, &f.c.error)
	})
}

// Validate returns every problem of a dossier, "cop11.validation/1".
func (e *Engine) Validate(ctx context.Context, dossier []byte, call *Call) (*Text, error) {
	return e.do(ctx, call, func(f *frame, out **C.cop11_text) C.cop11_status {
		data, size := bytes(dossier)
		return C.cop11_validate(e.pointer, data, size, &f.c.call, out, &f.c.error)
	})
}

// Describe returns the rules, the vocabulary, the schemas; cop11.h lists the names.
func (e *Engine) Describe(ctx context.Context, what string, call *Call) (*Text, error) {
	return e.do(ctx, call, func(f *frame, out **C.cop11_text) C.cop11_status {
		return C.cop11_describe(e.pointer, f.text(what), &f.c.call, out, &f.c.error)
	})
}

// Render returns a kept report in another format.
func (e *Engine) Render(ctx context.Context, report []byte, format string, call *Call) (*Text, error) {
	return e.do(ctx, call, func(f *frame, out **C.cop11_text) C.cop11_status {
		data, size := bytes(report)
		return C.cop11_render(e.pointer, data, size, f.text(format), &f.c.call, out, &f.c.error)
	})
}

// Diff tells what became of each check, rating, finding and record.
func (e *Engine) Diff(ctx context.Context, before, after []byte, call *Call) (*Text, error) {
	return e.do(ctx, call, func(f *frame, out **C.cop11_text) C.cop11_status {
		one, oneSize := bytes(before)
		other, otherSize := bytes(after)
		return C.cop11_diff(e.pointer, one, oneSize, other, otherSize, &f.c.call, out, &f.c.error)
	})
}

// Stats is what an engine has done since it was opened, as in cop11_stats.
type Stats struct {
	States                uint32
	Calls, Errors         uint64
	Time                  time.Duration
	MostSteps, MostMemory uint64
}

// Stats is for a host's metrics; it waits for no call.
func (e *Engine) Stats() (Stats, error) {
	leave, err := e.use()
	if err != nil {
		return Stats{}, err
	}
	defer leave()
	ctx := context.Background()
	f := newFrame(ctx, nil)
	stats := C.cop11_stats{struct_size: C.sizeof_cop11_stats}
	status := C.cop11_engine_stats(e.pointer, &stats, &f.c.error)
	return Stats{uint32(stats.states), uint64(stats.calls), uint64(stats.errors),
		time.Duration(stats.time_ns), uint64(stats.most_steps),
		uint64(stats.most_memory)}, f.end(status, ctx)
}

// Close lets calls under way end first.
func (e *Engine) Close() { e.close() }
