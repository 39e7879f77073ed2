// Package cop11 rates a dossier against RJC COP 11 Security (2013): libcop11.
package cop11

// #include <cop11.h>
import "C"

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"
	"unsafe"
)

// ErrClosed is returned where an engine or a pack is closed.
var ErrClosed = errors.New("cop11: this handle is closed")

var errNUL = errors.New("cop11: a NUL would end this text")

// Status is the kind of a failure, as in cop11.h.
type Status int32

const (
	StatusArgument Status = 1 + iota
	StatusMemory
	StatusLimit
	StatusCancelled
	StatusJSON
	StatusDossier
	StatusPack
	StatusIO
	StatusInternal
)

func (s Status) String() string {
	return C.GoString(C.cop11_status_name(C.cop11_status(s)))
}

// Error says why a call failed. Where is a file name or a JSON Pointer; Line and
// Column (in bytes) count from 1 and are 0 where there are none.
type Error struct {
	Status         Status
	Message, Where string
	Line, Column   int
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Where, e.Line, e.Column, e.Message)
}

// Call says how one call is made; what is empty has its default.
type Call struct {
	AsOf, Format, EvaluatedAt string
	ShowSensitive             bool
	TimeLimit                 time.Duration
}

// Text is the bytes of a result and, of a report, its rating.
type Text struct {
	Bytes        []byte
	Range, Basis uint32
}

// Version is the library's, "major.minor.patch".
func Version() string { return C.GoString(C.cop11_version()) }

// ---- packs ------------------------------------------------------------------

// Pack is rules gathered before an engine is opened.
type Pack struct {
	handle
	pointer *C.cop11_pack
}

func NewPack(name string) (*Pack, error) {
	f := newFrame(context.Background(), nil)
	var out *C.cop11_pack
	text := f.text(name)
	if f.err != nil {
		defer f.release()
		return nil, f.err
	}
	status := C.cop11_pack_new(text, &out, &f.c.error)
	if err := f.end(status, context.Background()); err != nil {
		return nil, err
	}
	p := &Pack{pointer: out}
	p.free = func() { C.cop11_pack_free(out) }
	runtime.SetFinalizer(p, (*Pack).Close)
	return p, nil
}

// do runs `action` on the pack while it stays open.
func (p *Pack) do(ctx context.Context, call *Call, action func(*frame) C.cop11_status) error {
	leave, err := p.use()
	if err != nil {
		return err
	}
	defer leave()
	f := newFrame(ctx, call)
	status := action(f)
	if f.err != nil {
		defer f.release()
		return f.err
	}
	return f.end(status, ctx)
}

// Add adds one rule file; path is its name inside the pack.
func (p *Pack) Add(path, text string) error {
	return p.do(context.Background(), nil, func(f *frame) C.cop11_status {
		data, size := bytes([]byte(text))
		return C.cop11_pack_add(p.pointer, f.text(path), data, size, &f.c.error)
	})
}

// AddFolder adds every *.lua below a folder, and its signature.
func (p *Pack) AddFolder(ctx context.Context, folder string, call *Call) error {
	return p.do(ctx, call, func(f *frame) C.cop11_status {
		return C.cop11_pack_add_folder(p.pointer, f.text(folder), &f.c.call, &f.c.error)
	})
}

func (p *Pack) AddSignature(text string) error {
	return p.do(context.Background(), nil, func(f *frame) C.cop11_status {
		data, size := bytes([]byte(text))
		return C.cop11_pack_add_signature(p.pointer, data, size, &f.c.error)
	})
}

func (p *Pack) Close() { p.close() }

// ---- options ----------------------------------------------------------------

// Options says how an engine is opened; what is zero has its default.
type Options struct {
	Pack   *Pack
	Layers []*Pack
	// Keys count where they are not nil: an empty list is an error, no open door.
	Keys []string
	Log  func(level int, text string)

	MaxMemory, MaxSteps, MaxDossier, MaxReport uint64
	MaxDepth, MaxIdle                          uint32
}

func (f *frame) hold(p *Pack) *C.cop11_pack {
	leave, err := p.use()
	if err != nil {
		f.err = err
		return nil
	}
	f.held = append(f.held, leave)
	return p.pointer
}

func (f *frame) setOptions(from *Options) {
	if from == nil {
		return
	}
	to := &f.c.options
	if from.Pack != nil {
		to.pack = f.hold(from.Pack)
	}
	if count := len(from.Layers); count > 0 {
		block := f.pointers(count)
		for i, layer := range from.Layers {
			unsafe.Slice((**C.cop11_pack)(block), count)[i] = f.hold(layer)
		}
		to.layers, to.layer_count = (**C.cop11_pack)(block), C.size_t(count)
	}
	if count := len(from.Keys); from.Keys != nil {
		block := f.pointers(count)
		for i, key := range from.Keys {
			unsafe.Slice((**C.char)(block), count)[i] = f.text(key)
		}
		to.keys, to.key_count = (**C.char)(block), C.size_t(count)
	}
	to.max_memory, to.max_steps = C.uint64_t(from.MaxMemory), C.uint64_t(from.MaxSteps)
	to.max_dossier, to.max_report = C.uint64_t(from.MaxDossier), C.uint64_t(from.MaxReport)
	to.max_depth, to.max_idle = C.uint32_t(from.MaxDepth), C.uint32_t(from.MaxIdle)
}

// ---- calls that return a text -----------------------------------------------

func bytes(data []byte) (*C.char, C.size_t) {
	if len(data) == 0 {
		data = []byte{0}[:1]
		return (*C.char)(unsafe.Pointer(&data[0])), 0
	}
	return (*C.char)(unsafe.Pointer(&data[0])), C.size_t(len(data))
}

func (f *frame) returned(ctx context.Context, action func(**C.cop11_text) C.cop11_status) (*Text, error) {
	if f.err != nil {
		defer f.release()
		return nil, f.err
	}
	var out *C.cop11_text
	status := action(&out)
	defer C.cop11_text_free(out)
	if f.err != nil { // a name with a NUL
		defer f.release()
		return nil, f.err
	}
	if err := f.end(status, ctx); err != nil {
		return nil, err
	}
	data := C.GoBytes(unsafe.Pointer(C.cop11_text_data(out)), C.int(C.cop11_text_size(out)))
	return &Text{data, uint32(C.cop11_text_range(out)), uint32(C.cop11_text_basis(out))}, nil
}

// Lint tells everything wrong with the pack and layers, as JSON ("cop11.lint/1").
func Lint(ctx context.Context, options *Options, call *Call) (*Text, error) {
	f := newFrame(ctx, call)
	f.setOptions(options)
	return f.returned(ctx, func(out **C.cop11_text) C.cop11_status {
		return C.cop11_lint(&f.c.options, &f.c.call, out, &f.c.error)
	})
}

// Test runs the examples of the rules; the results as JSON ("cop11.test/1").
func Test(ctx context.Context, options *Options, call *Call) (*Text, error) {
	f := newFrame(ctx, call)
	f.setOptions(options)
	return f.returned(ctx, func(out **C.cop11_text) C.cop11_status {
		return C.cop11_test(&f.c.options, &f.c.call, out, &f.c.error)
	})
}
