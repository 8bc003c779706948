// Print writes the report of a programme that lies in a file as the content that
// is frozen at a decision: what the others are measured at, and nothing of the
// window or the data folder.
//
//	print PROGRAMME.cbor REPORT.pdf
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"tavoitekartta/app/pace"
	"tavoitekartta/model"
	"tavoitekartta/reports"
)

func main() {
	pace.Command()
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(source, target string) error {
	content, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	var p model.Programme
	if err := model.Unmarshal(content, &p); err != nil {
		return err
	}
	file, err := os.Create(target)
	if err != nil {
		return err
	}
	now := time.Now()
	options := reports.Options{
		Languages: []model.Language{model.Finnish}, Today: model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()},
	}
	if _, err := reports.Render(context.Background(), file, p, options); err != nil {
		return err
	}
	return file.Close()
}
