package instance

import (
	"encoding/json"
	"errors"
	"io"
)

// Request is what a later start asks of the first instance.
type Request struct {
	// ComeForward asks the window to show itself; nothing but Document is set
	// then.
	ComeForward bool `json:"comeForward,omitempty"`
	// Document is the absolute name of a document that the window is to show.
	Document string `json:"document,omitempty"`
	// Args are a command's words, without the program's name.
	Args []string `json:"args,omitempty"`
	// Dir is the folder in which the command was given: its file names are
	// relative to it.
	Dir string `json:"dir,omitempty"`
	// Language is the language of the sentences in the answer ("fi").
	Language string `json:"language,omitempty"`
}

// Reply is the first instance's answer: what the command would have written and
// its exit code.
type Reply struct {
	Stdout []byte `json:"stdout,omitempty"`
	Stderr []byte `json:"stderr,omitempty"`
	Exit   int    `json:"exit"`
}

// Errors of asking and listening.
var (
	// ErrAbsent says that no program listens for the folder.
	ErrAbsent = errors.New("instance: nobody listens")
	// ErrSilent says that a program listens and gave no whole answer.
	ErrSilent = errors.New("instance: no answer")
	// ErrTaken says that another program already listens for the folder.
	ErrTaken = errors.New("instance: another program listens")
)

// The limits of messages, in bytes. The longest answer is a programme as JSON.
const (
	maxRequest = 1 << 20
	maxReply   = 256 << 20
)

// greeting is what the listener writes first, so that the one who asks knows
// that somebody is there before the command is done.
const greeting = "tavoitekartta 1\n"

func write(w io.Writer, message any) error { return json.NewEncoder(w).Encode(message) }

func read(r io.Reader, limit int64, message any) error {
	return json.NewDecoder(io.LimitReader(r, limit)).Decode(message)
}
