package programme

import (
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// record is what archives and case management need to know of the document:
// the decision by which the programme stands, or the proposal on its way, of an
// agenda item the handling that it is made for, the years, the state, and how
// the municipality classes the record. A content that was frozen has its
// fingerprint; one recorded afterwards has none of its own, and the easy-to-read
// edition is beside the content.
func (e *edition) record() document.Record {
	p := e.programme
	r := document.Record{
		ValidFrom: yearText(p.FirstYear), ValidUntil: yearText(p.LastYear), State: string(e.state()),
		Confidentiality: e.class(p.Confidentiality), RetentionClass: e.class(p.RetentionClass),
	}
	if e.state().Locked() && !e.recorded() && e.kind != EasyReading {
		if hash, known := e.fingerprint(); known {
			r.Fingerprint = hash.String()
		}
	}
	d := e.decision
	if e.kind == Agenda {
		d = e.agendaRecord()
	}
	if d == nil && len(p.Decisions) > 0 {
		// What is on its way has a register number before it has a decision.
		d = &model.Decision{RegisterNumber: p.Decisions[len(p.Decisions)-1].RegisterNumber}
	}
	if d == nil {
		return r
	}
	r.RegisterNumber, r.Paragraph, r.Organ = d.RegisterNumber, d.Paragraph, e.organ(d)
	if !d.MeetingDate.Zero() {
		r.DecisionDate = d.MeetingDate.String()
	}
	return r
}

// usualClasses are the classes that every municipality names alike. Their words
// stand in the catalogue; a class of the municipality's own is its own word.
var usualClasses = []string{"class.public", "class.partlySecret", "class.secret", "class.permanently"}

// class is a class of the record in the edition's language, where it is a usual
// one or a number of years.
func (e *edition) class(given string) string {
	if given == "" {
		return ""
	}
	// Mostly the class is written in the edition's language: the others are read then.
	for _, language := range append([]model.Language{e.language}, model.Languages()...) {
		in, err := loadWords(language)
		if err != nil {
			continue
		}
		for _, usual := range usualClasses {
			if strings.EqualFold(strings.TrimSpace(given), in.say(usual)) {
				return e.say(usual)
			}
		}
		before, after, _ := strings.Cut(in.say("class.years", "count", "#"), "#")
		count, ends := strings.CutSuffix(strings.TrimPrefix(strings.TrimSpace(given), before), after)
		if years, err := strconv.Atoi(count); err == nil && ends && years > 1 {
			return e.say("class.years", "count", years)
		}
	}
	return given
}

// agendaRecord is the handling of an agenda item; of several councils' items
// what they share, the register number.
func (e *edition) agendaRecord() *model.Decision {
	decisions := e.agendaDecisions()
	d := *decisions[0]
	d.RegisterNumber = e.registerNumber(&d)
	if len(decisions) > 1 {
		return &model.Decision{RegisterNumber: d.RegisterNumber}
	}
	return &d
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// DataDescription is what the file with the programme's data is called in the
// language.
func DataDescription(language model.Language) (string, error) {
	loaded, err := loadWords(language)
	if err != nil {
		return "", err
	}
	return loaded.say("dataDescription"), nil
}
