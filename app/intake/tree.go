package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"tavoitekartta/model"
)

// The limits of a file. The largest programme measured, 5,000 measures, takes
// 3 MB and 90,000 values.
const (
	maxMegabytes = 16
	maxDepth     = 24
	maxValues    = 1_000_000
)

// node is one value of a file with the path to it.
type node struct {
	path  string
	value any // members, []node, string, json.Number, bool or nil
}

// members are an object's fields in the order of the file.
type members []member

type member struct {
	name  string
	value node
}

// parser builds the tree of a file. Unlike encoding/json's own decoding into
// maps it keeps the order and sees fields that stand twice.
type parser struct {
	tokens   *json.Decoder
	values   int
	problems Problems
}

// stop is a problem that ends the reading.
type stop struct{ problem Problem }

func (s stop) Error() string { return string(s.problem.Code) }

// parse reads a whole file. A byte order mark at its beginning is passed over,
// since Windows editors write one.
func parse(r io.Reader) (node, Problems, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMegabytes<<20+1))
	if err != nil {
		return node{}, nil, fmt.Errorf("read file: %w", err)
	}
	if len(data) > maxMegabytes<<20 {
		return node{}, Problems{{Code: CodeTooLarge, Limit: maxMegabytes}}, nil
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) {
		return node{}, Problems{{Code: CodeNotJSON}}, nil
	}
	p := &parser{tokens: json.NewDecoder(bytes.NewReader(data))}
	p.tokens.UseNumber()
	root, err := p.value("", 0)
	if err == nil {
		if _, after := p.tokens.Token(); !errors.Is(after, io.EOF) {
			err = stop{Problem{Code: CodeNotJSON}}
		}
	}
	var stopped stop
	switch {
	case errors.As(err, &stopped):
		return node{}, append(p.problems, stopped.problem), nil
	case err != nil:
		return node{}, append(p.problems, Problem{Code: CodeNotJSON}), nil
	}
	return root, p.problems, nil
}

func (p *parser) value(path string, depth int) (node, error) {
	p.values++
	if p.values > maxValues {
		return node{}, stop{Problem{Code: CodeTooMany, Limit: maxValues}}
	}
	if depth > maxDepth {
		return node{}, stop{Problem{Code: CodeTooDeep, Path: path, Limit: maxDepth}}
	}
	token, err := p.tokens.Token()
	if err != nil {
		return node{}, err
	}
	switch token {
	case json.Delim('{'):
		return p.object(path, depth)
	case json.Delim('['):
		return p.list(path, depth)
	}
	return node{path, token}, nil
}

func (p *parser) object(path string, depth int) (node, error) {
	fields := members{}
	seen := map[string]bool{}
	for p.tokens.More() {
		token, err := p.tokens.Token()
		if err != nil {
			return node{}, err
		}
		name, isName := token.(string)
		if !isName {
			return node{}, stop{Problem{Code: CodeNotJSON, Path: path}}
		}
		value, err := p.value(joined(path, name), depth+1)
		if err != nil {
			return node{}, err
		}
		if seen[name] {
			p.problems = append(p.problems, Problem{Code: CodeRepeatedField, Path: joined(path, name), Word: name})
			continue
		}
		seen[name] = true
		fields = append(fields, member{name, value})
	}
	_, err := p.tokens.Token()
	return node{path, fields}, err
}

func (p *parser) list(path string, depth int) (node, error) {
	items := []node{}
	for p.tokens.More() {
		item, err := p.value(fmt.Sprintf("%s[%d]", path, len(items)), depth+1)
		if err != nil {
			return node{}, err
		}
		items = append(items, item)
	}
	_, err := p.tokens.Token()
	return node{path, items}, err
}

func joined(path, name string) string {
	if runes := []rune(name); len(runes) > maxWord {
		name = string(runes[:maxWord])
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

// maxWord bounds what is quoted from a file, in characters.
const maxWord = 60

// quoted cuts what a problem quotes from a file.
func quoted(s string) string {
	if runes := []rune(s); len(runes) > maxWord {
		return string(runes[:maxWord]) + "…"
	}
	return s
}

// limitOf returns the longest text under a rule of a field's tag. Those of a
// decision's § and register number are the model's own.
func limitOf(rule string) int {
	switch rule {
	case "prose", "cells":
		return model.MaxProse
	case "paragraph":
		return 20
	case "register":
		return 100
	}
	return model.MaxTitle
}
