package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"tavoitekartta/reports/document"
)

// The widths of pictures on paper, in points. A picture shows the window at
// twice its size, so that a hundred of its pixels stand for fifty of the window.
const (
	pictureScale = 0.215
	stepPicture  = 172
)

// reader turns a guide's Markdown into blocks. It takes the part of the language
// that the guides use and refuses the rest, so that nothing is left out unseen.
type reader struct {
	guide
	source []byte
	folder string
	begun  bool // the title has been read
}

// errNotTaken is what Markdown that the guides do not use gives.
var errNotTaken = errors.New("not taken in guides")

func (r *reader) blocks() ([]document.Block, error) {
	parser := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	root := parser.Parse(text.NewReader(r.source))
	var blocks []document.Block
	for node := root.FirstChild(); node != nil; {
		block, last, err := r.block(node)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
		node = last.NextSibling()
	}
	if len(blocks) == 0 {
		return nil, errNoTitle
	}
	return blocks, nil
}

// block turns a node into a block, with those after it that belong to it; the
// last one is returned.
func (r *reader) block(node ast.Node) (block document.Block, last ast.Node, err error) {
	switch n := node.(type) {
	case *ast.Heading:
		if r.steps && n.Level == 2 && soleImage(n.NextSibling()) != nil {
			return r.step(n)
		}
		return r.heading(n)
	case *ast.Paragraph:
		if image := soleImage(n); image != nil {
			picture, err := r.picture(image)
			return document.Illustration{Picture: picture, Width: float64(picture.Width) * pictureScale}, n, err
		}
		words, err := r.inline(n)
		return document.Paragraph{Text: words, Style: r.style()}, n, err
	case *ast.List:
		block, err := r.list(n)
		return block, n, err
	case *ast.FencedCodeBlock:
		return document.Callout{Paragraphs: []document.Paragraph{{
			Text: document.Plain(strings.TrimRight(string(n.Lines().Value(r.source)), "\n")), Style: document.Code,
		}}}, n, nil
	case *ast.Blockquote:
		block, err := r.callout(n)
		return block, n, err
	case *tables.Table:
		block, err := r.table(n)
		return block, n, err
	}
	return nil, nil, fmt.Errorf("%s near %q: %w", node.Kind(), r.near(node), errNotTaken)
}

// near are some words of a node, for its error.
func (r *reader) near(node ast.Node) string {
	if node.Type() != ast.TypeBlock || node.Lines().Len() == 0 {
		return ""
	}
	line := node.Lines().At(0)
	return strings.TrimSpace(string(line.Value(r.source)))
}

// style is that of running text.
func (r *reader) style() document.Style {
	if r.steps {
		return document.Lead
	}
	return document.Body
}

// heading takes the paragraph after the title with it, as what the guide is for.
func (r *reader) heading(n *ast.Heading) (document.Block, ast.Node, error) {
	words, err := r.inline(n)
	if err != nil {
		return nil, nil, err
	}
	heading := document.Heading{Level: n.Level, Text: words, Anchor: words.String()}
	summary, is := n.NextSibling().(*ast.Paragraph)
	if r.begun || !is || soleImage(summary) != nil {
		r.begun = true
		return heading, n, nil
	}
	r.begun = true
	heading.Summary, err = r.inline(summary)
	return heading, summary, err
}

// step takes all up to the next heading.
func (r *reader) step(n *ast.Heading) (document.Block, ast.Node, error) {
	title, err := r.inline(n)
	if err != nil {
		return nil, nil, err
	}
	picture, err := r.picture(soleImage(n.NextSibling()))
	if err != nil {
		return nil, nil, err
	}
	step := document.Step{Title: title, Anchor: title.String(), Picture: picture, Width: stepPicture}
	last := n.NextSibling()
	for next, is := last.NextSibling().(*ast.Paragraph); is; next, is = last.NextSibling().(*ast.Paragraph) {
		words, err := r.inline(next)
		if err != nil {
			return nil, nil, err
		}
		step.Paragraphs = append(step.Paragraphs, document.Paragraph{Text: words, Style: r.style()})
		last = next
	}
	return step, last, nil
}

func (r *reader) list(n *ast.List) (document.Block, error) {
	list := document.List{Numbered: n.IsOrdered(), Style: r.style()}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if item.ChildCount() != 1 {
			return nil, fmt.Errorf("item of several blocks near %q: %w", r.near(item.FirstChild()), errNotTaken)
		}
		words, err := r.inline(item.FirstChild())
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, words)
	}
	return list, nil
}

func (r *reader) callout(n *ast.Blockquote) (document.Block, error) {
	callout := document.Callout{}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		words, err := r.inline(child)
		if err != nil {
			return nil, err
		}
		callout.Paragraphs = append(callout.Paragraphs, document.Paragraph{Text: words, Style: r.style()})
	}
	return callout, nil
}

// table gives each column a share of the width by its longest cell.
func (r *reader) table(n *tables.Table) (document.Block, error) {
	const narrowest, widest = 12, 44
	table := document.Table{Form: document.Data}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []document.Cell
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			words, err := r.inline(cell)
			if err != nil {
				return nil, err
			}
			if _, head := row.(*tables.TableHeader); head {
				table.Columns = append(table.Columns, document.Column{Title: words.String(), Width: narrowest})
				continue
			}
			column := &table.Columns[len(cells)]
			column.Width = max(column.Width, min(widest, float64(utf8.RuneCountInString(words.String()))))
			cells = append(cells, document.Cell{Heading: len(cells) == 0, Entries: []document.Entry{{{Text: words, Style: document.Small}}}})
		}
		if len(cells) > 0 {
			table.Rows = append(table.Rows, document.Row{Cells: cells})
		}
	}
	return table, nil
}

// inline returns the words of a block; bold ones are names in the window.
func (r *reader) inline(block ast.Node) (document.Text, error) {
	var words document.Text
	add := func(part string, strong bool) {
		if last := len(words) - 1; last >= 0 && words[last].Strong == strong {
			words[last].String += part
			return
		}
		words = append(words, document.Run{String: part, Strong: strong})
	}
	strong := false
	err := ast.Walk(block, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := node.(type) {
		case *ast.Emphasis:
			if n.Level != 2 {
				return ast.WalkStop, fmt.Errorf("emphasis near %q: %w", r.near(block), errNotTaken)
			}
			strong = entering
		case *ast.Text:
			if !entering {
				break
			}
			add(string(util.UnescapePunctuations(n.Value(r.source))), strong)
			if n.SoftLineBreak() || n.HardLineBreak() {
				add(" ", strong)
			}
		case *ast.Link, *ast.CodeSpan:
		default:
			if node != block {
				return ast.WalkStop, fmt.Errorf("%s near %q: %w", node.Kind(), r.near(block), errNotTaken)
			}
		}
		return ast.WalkContinue, nil
	})
	return words, err
}

// soleImage is the image that a paragraph is made of, nil for other blocks.
func soleImage(node ast.Node) *ast.Image {
	paragraph, is := node.(*ast.Paragraph)
	if !is || paragraph.ChildCount() != 1 {
		return nil
	}
	image, _ := paragraph.FirstChild().(*ast.Image)
	return image
}

var errNoAlternative = errors.New("the picture does not say in words what it shows")

// picture reads an image's file and what it says to those who do not see it.
func (r *reader) picture(image *ast.Image) (document.Picture, error) {
	name := string(image.Destination)
	data, err := os.ReadFile(filepath.Join(r.folder, filepath.FromSlash(name)))
	if err != nil {
		return document.Picture{}, fmt.Errorf("read picture: %w", err)
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return document.Picture{}, fmt.Errorf("read picture %s: %w", name, err)
	}
	words, err := r.alternative(image)
	if err != nil {
		return document.Picture{}, err
	}
	if words == "" {
		return document.Picture{}, fmt.Errorf("%s: %w", name, errNoAlternative)
	}
	return document.Picture{PNG: data, Width: size.Width, Height: size.Height, Alternative: words}, nil
}

func (r *reader) alternative(image *ast.Image) (string, error) {
	var words strings.Builder
	for child := image.FirstChild(); child != nil; child = child.NextSibling() {
		part, is := child.(*ast.Text)
		if !is {
			return "", fmt.Errorf("%s in the words of a picture: %w", child.Kind(), errNotTaken)
		}
		words.Write(util.UnescapePunctuations(part.Value(r.source)))
		if part.SoftLineBreak() {
			words.WriteString(" ")
		}
	}
	return words.String(), nil
}
