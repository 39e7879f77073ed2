// Reads each file with the types of its kind, and prints it again in one line.
package main

import (
	"fmt"
	"os"

	"cop11/dossier"
	"cop11/report"
)

func again(kind string, text []byte) ([]byte, error) {
	if kind == "dossier" {
		read, err := dossier.UnmarshalDossier(text)
		if err != nil {
			return nil, err
		}
		return read.Marshal()
	}
	read, err := report.UnmarshalReport(text)
	if err != nil {
		return nil, err
	}
	return read.Marshal()
}

func main() {
	for _, file := range os.Args[2:] {
		text, err := os.ReadFile(file)
		if err == nil {
			text, err = again(os.Args[1], text)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, file, err)
			os.Exit(1)
		}
		fmt.Println(string(text))
	}
}
