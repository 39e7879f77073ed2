package cop11

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

const rule = `fact "org.badges" { type = "yes/no", ask = "Do guards wear a badge?" }
check "11.2.org.badges" { title = "Guards wear a badge", points = { "P11.2-01" },
  expect = { "org.badges is yes", otherwise = "Guards wear none." },
  ask = "Show a badge.", remedy = "Hand out badges." }
`

var ctx = context.Background()

func read(t *testing.T, folder, name string) []byte {
	data, err := os.ReadFile(filepath.Join(os.Getenv(folder), name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func office(t *testing.T) []byte { return read(t, "COP11_DOSSIERS", "office.json") }

func open(t *testing.T) *Engine {
	engine, err := Open(ctx, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(engine.Close)
	return engine
}

func status(err error) Status {
	var found *Error
	if errors.As(err, &found) {
		return found.Status
	}
	return 0
}

func TestCallsAreCounted(t *testing.T) {
	engine := open(t)
	if _, err := engine.Evaluate(ctx, office(t), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := engine.Evaluate(ctx, nil, nil); status(err) != StatusJSON {
		t.Fatal(err)
	}
	stats, err := engine.Stats()
	if err != nil || stats.Calls != 2 || stats.Errors != 1 || stats.States != 1 ||
		stats.Time <= 0 || stats.MostSteps == 0 || stats.MostSteps >= stats.MostMemory {
		t.Error(stats, err)
	}
	engine.Close()
	if _, err := engine.Stats(); err != ErrClosed {
		t.Error(err)
	}
}

func TestReportsAreTheGoldenOnes(t *testing.T) {
	engine := open(t)
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("COP11_DOSSIERS"), "*.json"))
	if len(paths) != 13 {
		t.Fatal(len(paths), "dossiers")
	}
	var all sync.WaitGroup
	for _, path := range paths {
		name := filepath.Base(path)
		dossier, golden := read(t, "COP11_DOSSIERS", name), read(t, "COP11_GOLDEN", name)
		all.Add(1)
		go func() {
			defer all.Done()
			text, err := engine.Evaluate(ctx, dossier, nil)
			if err != nil || string(text.Bytes) != string(golden) {
				t.Error(name, err)
			}
		}()
	}
	all.Wait()
}

func TestCalls(t *testing.T) {
	engine := open(t)
	text, err := engine.Evaluate(ctx, office(t), nil)
	if err != nil || text.Range != 1 || text.Basis != 3 {
		t.Fatal(text, err)
	}
	html, err := engine.Render(ctx, text.Bytes, "html", nil)
	if err != nil || !strings.Contains(string(html.Bytes), "<html") {
		t.Error(err)
	}
	diff, err := engine.Diff(ctx, text.Bytes, text.Bytes, nil)
	if err != nil || !strings.Contains(string(diff.Bytes), "cop11.diff/1") {
		t.Error(err)
	}
	valid, err := engine.Validate(ctx, office(t), nil)
	if err != nil || !strings.Contains(string(valid.Bytes), `"valid":true`) {
		t.Error(err)
	}
	if _, err := engine.Describe(ctx, "rules\x00/11.1.1", nil); err != errNUL {
		t.Error(err)
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	engine := open(t)
	_, err := engine.Evaluate(ctx, []byte("{\"format\":\n  }"), nil)
	var found *Error
	if !errors.As(err, &found) || found.Status != StatusJSON || found.Line != 2 || found.Column != 3 {
		t.Error(err)
	}
	_, err = engine.Evaluate(ctx, []byte(`{"format":"cop11.dossier/1","member":7}`), &Call{AsOf: "2014-01-01"})
	if !errors.As(err, &found) || found.Status != StatusDossier || found.Where != "/member" {
		t.Error(err)
	}
	if _, err = engine.Evaluate(ctx, nil, nil); status(err) != StatusJSON {
		t.Error(err)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err = engine.Evaluate(stopped, office(t), nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestPacksAndLogs(t *testing.T) {
	pack, err := NewPack("house")
	if err != nil || pack.Add("a.lua", "check 'bad' {}\n"+rule) != nil {
		t.Fatal(err)
	}
	options, lines := &Options{Layers: []*Pack{pack}}, 0
	options.Log = func(int, string) { lines++ }
	engine, err := Open(ctx, options, nil)
	if err != nil || lines != 1 {
		t.Fatal(err, lines)
	}
	defer engine.Close()
	func() {
		defer func() {
			if recover() != "mine" {
				t.Error("what a log panics with is carried through")
			}
		}()
		options.Log = func(int, string) { panic("mine") }
		Open(ctx, options, nil)
	}()
	options.Log = nil
	if text, err := Lint(ctx, options, nil); err != nil || len(text.Bytes) == 0 {
		t.Error(err)
	}
	options.Keys = []string{}
	if _, err := Open(ctx, options, nil); status(err) != StatusArgument {
		t.Error(err)
	}
	options.Keys = nil
	pack.Close()
	if _, err := Open(ctx, options, nil); err != ErrClosed {
		t.Error(err)
	}
	text, err := engine.Evaluate(ctx, office(t), nil)
	if err != nil || !strings.Contains(string(text.Bytes), "11.2.org.badges") {
		t.Error(err)
	}
}

func TestClosedHandles(t *testing.T) {
	engine := open(t)
	engine.Close()
	engine.Close()
	if _, err := engine.Evaluate(ctx, office(t), nil); err != ErrClosed {
		t.Error(err)
	}
}
