package pdf

import (
	"fmt"
	"slices"
	"strings"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// annotations adds an annotation for each link and field and tells each page of
// its own. Every annotation belongs to an element (ISO 14289-1, 7.18). It
// returns what the catalogue says of the form, "" without fields.
func (o *objects) annotations(list []annotated, result *layout.Result, pages []ref) (numbers []ref, form string, err error) {
	numbers = make([]ref, len(list))
	ofPage := make([][]string, len(pages))
	var fields []ref
	signatures := false
	font, err := o.formFont(list)
	if err != nil {
		return nil, "", err
	}
	for i, a := range list {
		place := fmt.Sprintf("/StructParent %d /P %s", len(pages)+i, pages[a.page])
		switch operation := a.Operation.Moved(0, sunk(&result.Pages[a.page])).(type) {
		case layout.Link:
			numbers[i] = o.add(linkAnnotation(operation, place, destination(result.Targets[operation.Anchor], pages)))
		case layout.Widget:
			numbers[i] = o.field(operation, place, font)
			fields = append(fields, numbers[i])
			signatures = signatures || operation.Field.Kind == document.SignatureField
		}
		ofPage[a.page] = append(ofPage[a.page], numbers[i].String())
	}
	if len(fields) > 0 {
		for _, hidden := range result.Hidden {
			number := o.add(hiddenField(hidden, pages[0]))
			fields = append(fields, number)
			ofPage[0] = append(ofPage[0], number.String())
		}
		form = acroForm(fields, font, signatures)
	}
	for page, list := range ofPage {
		if len(list) == 0 {
			continue
		}
		if err := o.extend(pages[page], "/Annots ["+strings.Join(list, " ")+"]"); err != nil {
			return nil, "", err
		}
	}
	return numbers, form, nil
}

// sunk is how much lower an upright page's lower edge is than that of a page. What
// is moved by it stands on the page as if that were upright.
func sunk(page *layout.Page) float64 { return layout.PageHeight - page.Height() }

func linkAnnotation(link layout.Link, place, destination string) string {
	return fmt.Sprintf("<</Type /Annot /Subtype /Link /F 4 /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /Contents %s %s /Dest %s>>",
		link.X, layout.PageHeight-link.Y-link.Height, link.X+link.Width, layout.PageHeight-link.Y,
		textString(link.Words), place, destination)
}

func destination(target layout.Target, pages []ref) string {
	page := min(max(target.Page, 1), len(pages))
	return fmt.Sprintf("[%s /XYZ 0 %.2f null]", pages[page-1], target.Upwards())
}

// bookmark is an entry of the outline with what stands under it.
type bookmark struct {
	layout.Bookmark
	number ref
	inner  []*bookmark
}

// outline adds the outline (ISO 32000-1, 12.3.3) and returns its root, 0
// without entries. A level that is skipped counts as the one above it.
func (o *objects) outline(entries []layout.Bookmark, pages []ref) ref {
	if len(entries) == 0 {
		return 0
	}
	root := &bookmark{number: o.reserve()}
	open := []*bookmark{root}
	for _, entry := range entries {
		depth := min(max(entry.Level, 0)+1, len(open))
		current := &bookmark{Bookmark: entry, number: o.reserve()}
		above := open[depth-1]
		above.inner = append(above.inner, current)
		open = append(slices.Clone(open[:depth]), current)
	}
	o.set(root.number, fmt.Sprintf("<</Type /Outlines%s>>", o.outlineKids(root, pages)))
	return root.number
}

// outlineKids writes the entries under a bookmark and returns what the
// bookmark says of them. The outermost level is shown open.
func (o *objects) outlineKids(above *bookmark, pages []ref) string {
	if len(above.inner) == 0 {
		return ""
	}
	for i, entry := range above.inner {
		body := fmt.Sprintf("<</Title %s /Parent %s /Dest %s", textString(entry.Title), above.number, destination(entry.Target, pages))
		if i > 0 {
			body += fmt.Sprintf(" /Prev %s", above.inner[i-1].number)
		}
		if i+1 < len(above.inner) {
			body += fmt.Sprintf(" /Next %s", above.inner[i+1].number)
		}
		o.set(entry.number, body+o.outlineKids(entry, pages)+">>")
	}
	count := len(above.inner)
	if above.Title != "" {
		count = -count // closed
	}
	return fmt.Sprintf(" /First %s /Last %s /Count %d", above.inner[0].number, above.inner[len(above.inner)-1].number, count)
}
