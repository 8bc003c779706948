package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
)

// fieldFont is the name under which the form's fields know the regular weight.
const fieldFont = "NotoSans"

// The flags of fields and of annotations (ISO 32000-1, 12.7.3, 12.7.4 and 12.5.3).
const (
	fieldReadOnly  = 1 << 0
	fieldRequired  = 1 << 1
	fieldMultiline = 1 << 12
	fieldCombo     = 1 << 17

	signaturesExist = 1 << 0 // among the flags of signatures: there are fields for them

	annotationHidden = 1 << 1
	annotationPrint  = 1 << 2
)

// widget remembers a field.
func (p *painter) widget(page int, widget layout.Widget) {
	if widget.Element >= 0 {
		p.marking.annotated = append(p.marking.annotated, annotated{widget, page})
	}
}

// alphabet puts into the subset of the regular weight what a person may type
// into the fields and of what the name of one who signs may be made, Latin-1 and
// Latin Extended-A with the usual signs, and what stands in them already. Without
// fields it does nothing.
func (p *painter) alphabet() {
	var typed strings.Builder
	for i := range p.result.Pages {
		for _, operation := range p.result.Pages[i].Operations {
			widget, is := operation.(layout.Widget)
			if !is {
				continue
			}
			if typed.Len() == 0 {
				typed.WriteString(typeable())
			}
			for _, text := range widget.Shown {
				typed.WriteString(text.String)
			}
			for _, choice := range widget.Field.Choices {
				typed.WriteString(choice.Words)
			}
		}
	}
	for _, r := range typed.String() {
		if r >= ' ' && r < 0x10000 && p.faces.Regular.Has(r) {
			p.drawn[0].add(string(r))
		}
	}
}

// typeable are the characters that are typed in the languages written with
// Latin letters.
func typeable() string {
	var out strings.Builder
	for r := rune(' '); r <= 0x17F; r++ {
		if r < 0x7F || r >= 0xA0 && r != 0xAD {
			out.WriteRune(r)
		}
	}
	out.WriteString("ƷʒǤǥǦǧǨǩǮǯʹʺʼ") // Skolt Sámi
	out.WriteString("ȘșȚțẞ–—‘’‚“”„•…‹›€™\uFFFD")
	return out.String()
}

// formFont finds the regular weight, 0 where there are no fields.
func (o *objects) formFont(list []annotated) (ref, error) {
	fields := false
	for _, a := range list {
		_, is := a.Operation.(layout.Widget)
		fields = fields || is
	}
	if !fields {
		return 0, nil
	}
	for _, font := range o.find("/Subtype /Type0") {
		if bytes.Contains(o.bodies[font], []byte("+NotoSans-Regular")) {
			return font, nil
		}
	}
	return 0, fmt.Errorf("find the font of the fields: %w", ErrUnexpectedFile)
}

// field adds a field that is its own widget (ISO 32000-1, 12.7.3).
func (o *objects) field(w layout.Widget, place string, font ref) ref {
	f := w.Field
	if f.Kind == document.SignatureField {
		return o.signatureField(w, place)
	}
	flags := 0
	if f.Required {
		flags |= fieldRequired
	}
	var own string
	switch f.Kind {
	case document.CheckField:
		own = o.checkField(w)
	case document.ChoiceField:
		flags |= fieldCombo
		var choices strings.Builder
		for _, choice := range f.Choices {
			fmt.Fprintf(&choices, "[%s %s]", literal(choice.Value), textString(choice.Words))
		}
		own = fmt.Sprintf("/FT /Ch /Opt [%s] %s", choices.String(), o.typedField(w, font))
	default:
		if f.Lines > 1 {
			flags |= fieldMultiline
		}
		own = "/FT /Tx " + o.typedField(w, font)
	}
	return o.add(fmt.Sprintf("<</Type /Annot /Subtype /Widget /F %d /Rect [%.2f %.2f %.2f %.2f] /T %s /TU %s /Ff %d %s %s>>",
		annotationPrint, w.X, layout.PageHeight-w.Y-w.Height, w.X+w.Width, layout.PageHeight-w.Y,
		literal(f.Name), textString(f.Tooltip), flags, own, place))
}

// typedField is what fields with text say besides: value, font and appearance.
func (o *objects) typedField(w layout.Widget, font ref) string {
	says := "/DA " + literal(appearance(w.Size)) + " /MK <<>>"
	switch {
	case w.Field.Kind == document.ChoiceField:
		// Letter for letter as in the list of choices: some readers compare bytes.
		says += " /V " + literal(w.Field.Value)
	case w.Field.Value != "":
		says += " /V " + textString(w.Field.Value)
	}
	return says + fmt.Sprintf(" /AP <</N %s>>", o.shownText(w, font))
}

// appearance sets font and colour of what is typed.
func appearance(size float64) string {
	return fmt.Sprintf("/%s %g Tf 0.094 0.153 0.176 rg", fieldFont, size)
}

// shownText is the appearance of a field with text: its lines, within its frame.
func (o *objects) shownText(w layout.Widget, font ref) ref {
	var content strings.Builder
	content.WriteString("/Tx BMC\n")
	if len(w.Shown) > 0 {
		fmt.Fprintf(&content, "q 1 1 %.2f %.2f re W n BT %s\n", w.Width-2, w.Height-2, appearance(w.Size))
		for _, text := range w.Shown {
			fmt.Fprintf(&content, "1 0 0 1 %.2f %.2f Tm <", text.X-w.X, w.Y+w.Height-text.Y)
			for _, r := range text.String {
				fmt.Fprintf(&content, "%04X", r)
			}
			content.WriteString("> Tj\n")
		}
		content.WriteString("ET Q\n")
	}
	content.WriteString("EMC\n")
	return o.addStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</%s %s>>>>",
		w.Width, w.Height, fieldFont, font), []byte(content.String()))
}

// checkField is what a check box says besides. Its mark is drawn, so it needs
// no font.
func (o *objects) checkField(w layout.Widget) string {
	state := "Off"
	if w.Field.Value == document.Checked {
		state = document.Checked
	}
	form := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <<>>", w.Width, w.Height)
	mark := fmt.Sprintf("q 0.094 0.153 0.176 RG 1.8 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q\n",
		w.Width*0.24, w.Height*0.52, w.Width*0.43, w.Height*0.28, w.Width*0.78, w.Height*0.76)
	on, off := o.addStream(form, []byte(mark)), o.addStream(form, nil)
	return fmt.Sprintf("/FT /Btn /V /%s /AS /%s /MK <</CA (4)>> /AP <</N <</%s %s /Off %s>>>>", state, state, document.Checked, on, off)
}

// signatureField adds a field that nobody has signed (ISO 32000-1, 12.7.4.5). Its
// appearance is empty: the frame stands on the page, and whoever signs puts an own
// appearance in its place. It says what it is to readers that look at the widget
// and to those that look at the field.
func (o *objects) signatureField(w layout.Widget, place string) ref {
	empty := o.addStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <<>>", w.Width, w.Height), nil)
	words := textString(w.Field.Tooltip)
	return o.add(fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Sig /F %d /Rect [%.2f %.2f %.2f %.2f] /T %s /TU %s /Contents %s /AP <</N %s>> %s>>",
		annotationPrint, w.X, layout.PageHeight-w.Y-w.Height, w.X+w.Width, layout.PageHeight-w.Y,
		textString(w.Field.Name), words, words, empty, place))
}

// hiddenField is a value that nobody sees or changes. It stands on a page, since
// readers that write a file anew drop fields that stand nowhere.
func hiddenField(f document.HiddenField, page ref) string {
	return fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Tx /F %d /Rect [0 0 0 0] /T %s /TU %s /Ff %d /V %s /P %s>>",
		annotationHidden, literal(f.Name), literal(f.Name), fieldReadOnly, textString(f.Value), page)
}

// acroForm is what the catalogue says of a form (ISO 32000-1, 12.7.2). Fields
// carry their appearances, so none is to be made at opening. What signs a field
// finds among the resources a font with the letters of names.
func acroForm(fields []ref, font ref, signatures bool) string {
	list := make([]string, len(fields))
	for i, field := range fields {
		list[i] = field.String()
	}
	flags := ""
	if signatures {
		flags = fmt.Sprintf(" /SigFlags %d", signaturesExist)
	}
	return fmt.Sprintf(" /AcroForm <</Fields [%s] /NeedAppearances false%s /DA %s /DR <</Font <</%s %s>>>>>>",
		strings.Join(list, " "), flags, literal(appearance(10)), fieldFont, font)
}
