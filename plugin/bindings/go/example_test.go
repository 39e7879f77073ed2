package cop11_test

import (
	"context"
	"fmt"
	"os"

	"cop11"
)

func Example() {
	ctx := context.Background()
	dossier, _ := os.ReadFile(os.Getenv("COP11_DOSSIERS") + "/office.json")
	engine, err := cop11.Open(ctx, nil, nil)
	if err != nil {
		panic(err)
	}
	defer engine.Close()
	report, err := engine.Evaluate(ctx, dossier, &cop11.Call{Format: "json"})
	fmt.Println(err, report.Range&1 == 1)
	// Output: <nil> true
}
