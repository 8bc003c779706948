package programme

import (
	"strconv"
	"strings"

	"tavoitekartta/model"
	"tavoitekartta/reports/document"
)

// signatureField is the field of a party, named after its role. No two fields of a
// document have one name, and none has a full stop: that parts the names of nested
// fields (ISO 32000-1, 12.7.3.2). A role tells nobody's name, so the names of
// fields tell none either.
func (e *edition) signatureField(role string) *document.FormField {
	if !e.choice.SignatureFields {
		return nil
	}
	name := strings.Join(strings.Fields(strings.ReplaceAll(role, ".", " ")), " ")
	e.signatureFields[name]++
	if count := e.signatureFields[name]; count > 1 {
		name += " " + strconv.Itoa(count)
	}
	return &document.FormField{Kind: document.SignatureField, Name: name, Tooltip: e.say("signing.tip", "role", name)}
}

// signing is the places to sign. An electronic signature is one of the whole file:
// with fields, the editions after the first lead to hers instead of asking
// everyone to sign twice.
func (e *edition) signing(parties []document.Signatory, lines ...document.SignatureLine) document.Block {
	if e.later && e.choice.SignatureFields {
		return document.Paragraph{Text: document.Plain(e.say("signing.elsewhere"))}
	}
	for i := range parties {
		parties[i].Field = e.signatureField(parties[i].Name.String())
	}
	return document.SignatureLines{Parties: parties, Lines: append([]document.SignatureLine{
		{Words: e.say("intent.line.place")},
		{Words: e.say("intent.line.signature"), For: document.ForSignature},
		{Words: e.say("intent.line.name"), For: document.ForPersonName},
	}, lines...)}
}

// signatories are those who sign, certify and check the minutes of the final
// decisions; where nobody is recorded, the chair and the keeper of the minutes.
func (e *edition) signatories() []document.Signatory {
	var parties []document.Signatory
	add := func(d *model.Decision, entries ...model.MinutesEntry) {
		for _, entry := range entries {
			role := e.plain(entry.RoleText)
			if role == "" {
				role = e.say("minutes." + string(entry.Role))
			}
			party := document.Signatory{Name: document.Plain(capital(e.roleIn(d, role)))}
			if entry.Person != "" {
				party.Person = e.names(entry.Person)
			}
			parties = append(parties, party)
		}
	}
	usual := []model.MinutesEntry{{Role: model.Chair}, {Role: model.MinutesKeeper}}
	final := e.finalDecisions()
	for _, d := range final {
		if len(d.Minutes) == 0 {
			add(d, usual...)
		}
		add(d, d.Minutes...)
	}
	if len(final) == 0 {
		add(nil, usual...)
	}
	return parties
}

// roleIn names a role with the organ in which it is held: "kunnanhallituksen
// puheenjohtaja". An organ whose name cannot be bent stands behind the role.
func (e *edition) roleIn(d *model.Decision, role string) string {
	if d == nil {
		return role
	}
	organ := e.organ(d)
	if organ == "" {
		return role
	}
	own := d.OrganName.Empty() || d.OrganName.In(e.language) != ""
	if genitive, known := genitiveOf(organ, e.language); own && known {
		return genitive + " " + role
	}
	return role + ", " + organ
}

// finnishOrgans are the endings of organs' names with those of their genitives.
var finnishOrgans = []struct{ name, genitive string }{
	{"valtuusto", "valtuuston"}, {"hallitus", "hallituksen"}, {"lautakunta", "lautakunnan"}, {"jaosto", "jaoston"},
	{"ryhmä", "ryhmän"}, {"toimikunta", "toimikunnan"}, {"neuvosto", "neuvoston"}, {"kokous", "kokouksen"}, {"johtokunta", "johtokunnan"},
}

// genitiveOf bends an organ's name: by its ending in Finnish, where only known
// ones are bent, and with an s in Swedish, where a name that ends in one stays.
func genitiveOf(organ string, language model.Language) (string, bool) {
	switch language {
	case model.Finnish:
		for _, known := range finnishOrgans {
			if stem, is := strings.CutSuffix(organ, known.name); is {
				return stem + known.genitive, true
			}
		}
	case model.Swedish:
		if strings.HasSuffix(organ, "s") || strings.HasSuffix(organ, "x") || strings.HasSuffix(organ, "z") {
			return organ, true
		}
		return organ + "s", true
	}
	return "", false
}
