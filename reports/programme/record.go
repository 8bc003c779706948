package programme

import (
	"strconv"

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
		Confidentiality: p.Confidentiality, RetentionClass: p.RetentionClass,
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
