package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
)

// check runs Check in a child when there is a command for it.
func (o Options) check(ctx context.Context, dir string) (Report, error) {
	if len(o.CheckCommand) == 0 {
		return Check(ctx, dir)
	}
	return CheckInChild(ctx, o.CheckCommand, dir)
}

// CheckInChild runs a command with dir added as its last argument, which runs
// Check and prints the Report as JSON. A child that ends in any other way than
// by printing a report has met damage that ends processes: that is a finding.
func CheckInChild(ctx context.Context, command []string, dir string) (Report, error) {
	if len(command) == 0 {
		return Report{}, errors.New("check store: no command")
	}
	arguments := append(append([]string{}, command[1:]...), dir)
	child := exec.CommandContext(ctx, command[0], arguments...)
	withoutConsole(child)
	var out bytes.Buffer
	child.Stdout = &out
	before, err := leftovers(dir)
	if err != nil {
		return Report{}, err
	}
	if err := child.Start(); err != nil {
		return Report{}, fmt.Errorf("start check: %w", err)
	}
	ended := child.Wait()
	if err := removeLeftovers(dir, before...); err != nil {
		return Report{}, fmt.Errorf("check store: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return Report{}, err
	}
	var answer childAnswer
	if answered := json.Unmarshal(out.Bytes(), &answer) == nil; answered && ended == nil {
		return answer.Report, answer.err()
	}
	finding := Finding{Part: PartTables, Code: FindingDied, Where: child.ProcessState.String()}
	return Report{Findings: []Finding{finding}}, nil
}

// childAnswer is what the child prints: the report, or why there is none.
type childAnswer struct {
	Report
	Failed string `json:"failed,omitempty"` // "", "space", "read-only", "newer", "other"
	Cause  string `json:"cause,omitempty"`  // of "other", for the log and never for the user
	Needed uint64 `json:"needed,omitempty"`
	Free   uint64 `json:"free,omitempty"`
}

// WriteCheck runs Check and prints what CheckInChild reads: the body of the
// hidden command. The process then ends with success.
func WriteCheck(ctx context.Context, out io.Writer, dir string) error {
	report, err := Check(ctx, dir)
	answer := childAnswer{Report: report}
	var space *NoSpaceError
	switch {
	case errors.As(err, &space):
		answer.Failed, answer.Needed, answer.Free = "space", space.Needed, space.Free
	case errors.Is(err, ErrNoSpace): // by the system, which tells no numbers
		answer.Failed, answer.Needed = "space", reserve
		answer.Free, _ = freeSpace(dir) // 0 where that is not known either
	case errors.Is(err, ErrReadOnly):
		answer.Failed = "read-only"
	case errors.Is(err, ErrNewer):
		answer.Failed = "newer"
	case err != nil:
		answer.Failed, answer.Cause = "other", err.Error()
	}
	return json.NewEncoder(out).Encode(answer)
}

func (a childAnswer) err() error {
	switch a.Failed {
	case "":
		return nil
	case "space":
		return fmt.Errorf("check store: %w", &NoSpaceError{Needed: a.Needed, Free: a.Free})
	case "read-only":
		return fmt.Errorf("check store: %w", ErrReadOnly)
	case "newer":
		return fmt.Errorf("check store: %w", ErrNewer)
	}
	return fmt.Errorf("check store: could not be carried out: %s", a.Cause)
}
