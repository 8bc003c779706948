package window

import (
	"fyne.io/fyne/v2"

	"tavoitekartta/app/theme"
	"tavoitekartta/app/ui"
	"tavoitekartta/app/workflow"
	"tavoitekartta/model/personname"
)

// namesAtOnce is how many names are listed at first and added at each "show
// more".
const namesAtOnce = 20

// varied tells whether the document differs from the usual one of its kind.
func (p *reportsPage) varied() bool { return p.options.withoutNames || p.attachmentLeftOut() }

// attachmentLeftOut tells whether the data are left out. A worksheet carries none.
func (p *reportsPage) attachmentLeftOut() bool {
	return p.options.noAttachment && !workflow.AskedOf(p.kind).Fillable
}

// variation is how the document differs from the usual one of its kind.
func (p *reportsPage) variation() workflow.Variation {
	v := workflow.Variation{NoAttachment: p.attachmentLeftOut()}
	if p.options.withoutNames {
		v.WithoutNames = p.namesTakenOut(p.namesFound())
	}
	return v
}

// namesFound lists the names in what the document is made of.
func (p *reportsPage) namesFound() []personname.Found {
	if p.obstacle() != "" {
		return nil
	}
	prepared, err := p.w.work.PreparePreview(p.w.ctx, p.order())
	if err != nil {
		p.w.tell(err)
		return nil
	}
	return prepared.PersonNames()
}

// namesTakenOut is the choice of names: as the person chose, else what is likely
// a name.
func (p *reportsPage) namesTakenOut(found []personname.Found) personname.Removal {
	chosen := personname.Proposed(found)
	for _, name := range found {
		if out, asked := p.options.names[name.Key]; asked && out {
			chosen[name.Key] = true
		} else if asked {
			delete(chosen, name.Key)
		}
	}
	return chosen
}

// variations ask whether names and the attached data are left out, each with
// what that is for.
func (p *reportsPage) variations() fyne.CanvasObject {
	w := p.w
	column := ui.NewColumn("")
	names := ui.NewCheck(w.kit, w.t("reports.withoutNames")).WithNote(w.t("reports.withoutNames.what"))
	names.SetChecked(p.options.withoutNames)
	names.OnChanged = func(checked bool) {
		p.options.withoutNames = checked
		p.chosenAnew()
	}
	column.Add(names)
	if p.options.withoutNames {
		column.Add(p.nameList())
	} else if !workflow.AskedOf(p.kind).Fillable {
		attachment := ui.NewCheck(w.kit, w.t("reports.noAttachment")).WithNote(w.t("reports.noAttachment.what"))
		attachment.SetChecked(p.options.noAttachment)
		attachment.OnChanged = func(checked bool) {
			p.options.noAttachment = checked
			p.chosenAnew()
		}
		column.Add(attachment)
	}
	return column
}

// nameList lists the names that were found, with the choice of those that are
// taken out.
func (p *reportsPage) nameList() fyne.CanvasObject {
	w := p.w
	found := p.namesFound()
	if len(found) == 0 {
		return ui.NewInset(theme.Space8, theme.FocusMargin, "", theme.FocusMargin,
			ui.NewMarkWithWord(ui.MarkDone, w.t("reports.noNames"), theme.TextSecondary))
	}
	list := ui.NewColumn("", ui.NewInset(theme.Space8, theme.FocusMargin, "", theme.FocusMargin,
		ui.NewBoldLabel(w.t("reports.namesFound", "count", len(found)), theme.TextSecondary)))
	taken := p.namesTakenOut(found)
	shown := max(namesAtOnce, p.options.namesShown)
	for _, name := range found[:min(shown, len(found))] {
		check := ui.NewCheck(w.kit, w.t("reports.nameOut", "name", name.Name, "place", w.t("personName."+string(name.Place))))
		check.SetChecked(taken[name.Key])
		check.OnChanged = func(out bool) {
			p.options.names[name.Key] = out
			p.looked()
		}
		list.Add(check)
	}
	if len(found) > shown {
		list.Add(ui.NewRow("", nil, ui.NewButton(w.kit, ui.ButtonSecondary, w.t("reports.pickMore"), func() {
			p.options.namesShown = shown + namesAtOnce
			w.rebuild()
		}).Compact()))
	}
	return list
}
