package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tavoitekartta/app/theme"
	"tavoitekartta/model/street"
)

// ProgrammeFacts is what a programme's card tells, each already in the words of
// the interface.
type ProgrammeFacts struct {
	Heading   string // kind and municipality: "Kotouttamisohjelma · Vaasa"
	State     MarkKind
	StateWord string
	Title     string
	Language  string // of the title
	Facts     string // "7 kokonaisuutta · 27 tavoitetta"
	Sections  []street.Section

	// Share is what is written, from 0 to 1, with its words: "74 %",
	// "kirjoitettu" and "20/27 · 48 kohtaa ilman ruotsia". Without percent there
	// is no share: only the structure is known.
	Share      float64
	Percent    string
	ShareWord  string
	ShareCount string

	LastChange string // one or two lines: "Muutettu\ntänään 14.32"
}

// NewProgrammeCard returns the card of a programme on the start page. Pressing
// it calls onOpen.
func NewProgrammeCard(kit *Kit, facts ProgrammeFacts, onOpen func()) *Card {
	title := NewBoldLabel(facts.Title, theme.TextSection)
	title.Language = facts.Language
	change := NewMutedLabel(facts.LastChange, theme.TextSmallest)
	change.Align = fyne.TextAlignTrailing
	count := NewMutedLabel(facts.ShareCount, theme.TextSmallest)
	share := NewRow(theme.Space12, count,
		NewRow(theme.Space4, nil,
			NewLine(facts.Percent, theme.TextSecondary, theme.ColorText, true),
			NewLine(facts.ShareWord, theme.TextSecondary, theme.ColorText, false)),
		NewShareBar(facts.Share, facts.ShareCount),
		count)
	written := NewInset(theme.Space4, "", "", "", share)
	if facts.Percent == "" {
		written.Hide()
	}
	words := NewColumn(theme.Space4,
		NewApart(theme.Space12, NewMutedLabel(facts.Heading, theme.TextSmallest), NewStateBadge(facts.State, facts.StateWord)),
		title,
		NewMutedLabel(facts.Facts, theme.TextSecondary),
		written)
	picture := NewStreet(facts.Sections, "", theme.RadiusCard)
	content := &fyne.Container{
		Layout:  &programmeLayout{change: change, picture: picture},
		Objects: []fyne.CanvasObject{words, picture, change},
	}
	card := NewCard(kit, content, facts.spoken(), onOpen)
	card.padding = ""
	return card
}

func (f ProgrammeFacts) spoken() string {
	share := strings.TrimSpace(strings.Join([]string{f.Percent, f.ShareWord}, " "))
	if f.Percent == "" {
		share = ""
	}
	return Spoken{
		Label: plainText(f.Title),
		Value: strings.Join(nonEmpty(f.Heading, f.StateWord, share, f.ShareCount), ", "),
		Hint:  strings.Join(nonEmpty(f.Facts, strings.ReplaceAll(f.LastChange, "\n", " ")), ", "),
	}.String()
}

func nonEmpty(parts ...string) []string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}

// programmeLayout sets words from the upper edge, the street on the lower edge
// and the last change beside its last house.
type programmeLayout struct {
	change  *Label
	picture *Street
}

func (*programmeLayout) padding() float32 { return streetInset() }

func (p *programmeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words, padding := objects[0], p.padding()
	width := size.Width - 2*padding
	words.Move(fyne.NewPos(padding, padding))
	words.Resize(fyne.NewSize(width, HeightFor(words, width)))

	aside := min(p.change.NaturalWidth()+1, width/2)
	height := p.change.HeightFor(aside)
	p.change.Resize(fyne.NewSize(aside, height))
	p.change.Move(fyne.NewPos(size.Width-padding-aside, size.Height-height-padding+fynetheme.Size(theme.Space4)/2))

	p.picture.aside = aside + fynetheme.Size(theme.Space8)
	picture := p.picture.MinSize().Height
	p.picture.Move(fyne.NewPos(0, size.Height-picture))
	p.picture.Resize(fyne.NewSize(size.Width, picture))
	p.picture.Refresh()
}

func (p *programmeLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return p.padding() + HeightFor(objects[0], width-2*p.padding()) +
		fynetheme.Size(theme.Space24) + p.picture.MinSize().Height
}

func (p *programmeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize().Width + 2*p.padding()
	return fyne.NewSize(least, p.HeightFor(objects, least))
}
