package pdf

import (
	"context"
	"os"
	"testing"
	"time"

	"tavoitekartta/assets"
	d "tavoitekartta/reports/document"
	"tavoitekartta/reports/layout"
	"tavoitekartta/reports/typeface"
)

func TestSample(t *testing.T) {
	regular, err := typeface.Parse(assets.FontRegular())
	if err != nil {
		t.Fatal(err)
	}
	bold, _ := typeface.Parse(assets.FontBold())
	faces := layout.Faces{Regular: regular, Bold: bold}
	sm := func(s string) d.Entry { return d.Entry{{Text: d.Plain(s), Style: d.Small}} }
	cell := func(ss ...string) d.Cell {
		c := d.Cell{}
		for _, s := range ss {
			c.Entries = append(c.Entries, sm(s))
		}
		return c
	}
	pair := func(ss ...string) d.Cell { c := cell(ss...); c.Paired = true; return c }
	goal := func(n, s string) d.Cell {
		return d.Cell{Heading: true, Entries: []d.Entry{{{Text: d.Plain(n), Style: d.SmallMuted, KeepWithNext: true}, {Text: d.Plain(s), Style: d.SmallBold}}}}
	}
	rows := []d.Row{
		{Label: "3.1", Cells: []d.Cell{goal("3.1", "Digiystävätoiminta"), pair("Yhdistystoimijoiden kartoittaminen", "Vapaaehtoisten digiystävien koulutusmallin kehittäminen ja kouluttaminen", "Digiystävätoiminnan koordinointi"), pair("–", "2020", "Jatkuva"), cell("Kotouttamispalvelut, LY-verkosto, Pohjanmaan Yhdistykset ry, Ehjä ry, Pohjanmaan liiton digituki"), cell("Koulutuksen toteutuminen", "Vapaaehtoistoiminnan käynnistyminen")}},
		{Label: "3.2", Cells: []d.Cell{goal("3.2", "Kotoutumisen kokemusasiantuntijatoiminta"), pair("Koulutusmallin kehittäminen ja kouluttaminen", "Kotoutumisen kokemusasiantuntijatoiminnan koordinointi"), pair("2019", "Jatkuva"), cell("Kotoutumisen kokemusasiantuntijatoiminnan kehittämistyöryhmä"), cell("10 koulutetun henkilön asiantuntijuuden hyödyntäminen")}},
		{Label: "3.3", Cells: []d.Cell{goal("3.3", "Etnisten yhdistysten puheenjohtajien ja jäsenten osaamisen vahvistaminen"), pair("Koulutusmallin kehittäminen ja kouluttaminen", "Toiminnan koordinointi"), pair("2020", "Jatkuva"), cell("Welcome Office yhdessä etnisten yhdistysten puheenjohtajaverkoston kanssa"), cell("5 koulutuskertaa / v")}},
	}
	var many, times []string
	for range 80 {
		many = append(many, "Koulutusmallin kehittäminen ja kouluttaminen kaikille halukkaille")
		times = append(times, "2020")
	}
	big := append([]d.Row{}, rows...)
	big = append(big, d.Row{Label: "3.4", Cells: []d.Cell{goal("3.4", "Etnisten yhdistysten puheenjohtajien ja jäsenten osaamisen vahvistaminen"), pair(many...), pair(times...), cell("Welcome Office 👍"), cell("5 koulutuskertaa / v")}})
	cols := []d.Column{{Title: "Tavoite", Width: 40}, {Title: "Toimenpide", Width: 50}, {Title: "Aikataulu", Width: 20}, {Title: "Vastuutaho", Width: 34}, {Title: "Mittari", Width: 26}}
	sw := d.Swatch{Form: d.House, Facade: "#D3E3E8", Roof: "#0E5366"}
	item := func(s string) d.StopItem { return d.StopItem{Text: d.Plain(s), Swatch: sw} }
	doc := d.Document{Language: "fi", Title: "Kotouttamisohjelma 2019–2022", Author: "Vaasan kaupunki", Parts: []d.Part{{Language: "fi", Head: d.Head{Left: "Vaasan kaupunki", Right: "Kotouttamisohjelma 2019–2022"}, Foot: d.Foot{Facts: "Hyväksytty · § 12 · 3f9a71c288d04be6", PageWord: "sivu"}, Blocks: []d.Block{
		d.Heading{Level: 1, Text: d.Plain("Sisällys")},
		d.ContentsList{PageWord: "sivu", Entries: []d.ContentsEntry{{Text: d.Plain("Terveiset"), Anchor: "a"}, {Text: d.Plain("Osaamisen vahvistaminen"), Anchor: "b", Inner: true, Note: "3 tavoitetta", Swatch: sw}}},
		d.Columns{AtBottom: true, Columns: [][]d.Paragraph{{{Text: d.Plain("Näin luet"), Style: d.SmallBold}, {Text: d.Plain("Talo on kokonaisuus ja ikkuna sen tavoite. Kaikki seisovat yhteisellä perustalla."), Style: d.Small}}, {{Text: d.Plain("Julkaisu"), Style: d.SmallBold}}, {{Text: d.Plain("Yhteys"), Style: d.SmallBold}}}},
		d.PageBreak{},
		d.Opening{House: d.Drawing{Width: 76, Height: 79, Shapes: []d.Shape{d.Rectangle{X: 5, Y: 27, Width: 63, Height: 52, Paint: d.Paint{Fill: "#F4E4BE", Stroke: "#845A0B", StrokeWidth: 1}}, d.Polygon{Points: []d.Point{{X: 0, Y: 27}, {X: 38, Y: 0}, {X: 76, Y: 27}}, Paint: d.Paint{Fill: "#845A0B"}}}}, Eyebrow: d.Plain("Kokonaisuus 3"), Color: "#845A0B", Title: d.Plain("Osaamisen vahvistaminen"), Summary: d.Plain("3 tavoitetta · 7 toimenpidettä"), Anchor: "b"},
		d.Table{Columns: cols, Rows: rows, Continued: "jatkuu", Note: d.Plain("– = Ei omaa aikataulua")},
		d.Heading{Level: 2, Text: d.Plain("Milloin tehdään")},
		d.Timeline{Facade: "#F4E4BE", Roof: "#845A0B", Columns: []d.TimelineColumn{{Label: "2019"}, {Label: "2020"}, {Label: "2021"}, {Label: "2022"}, {Label: "Jatkuva", Ongoing: true}}, Rows: []d.TimelineRow{{Label: d.Plain("Digiystävätoiminta"), Spans: []d.TimelineSpan{{First: 1, Last: 1, Measures: 1}}, Ongoing: true}, {Label: d.Plain("Etnisten yhdistysten puheenjohtajien ja jäsenten osaamisen vahvistaminen"), Spans: []d.TimelineSpan{{First: 1, Last: 2, Measures: 1}}, Ongoing: true}}},
		d.PageBreak{},
		d.Heading{Level: 1, Text: d.Plain("Iso taulukko"), Anchor: "a"},
		d.Table{Columns: cols, Rows: big, Continued: "jatkuu"},
		d.PageBreak{},
		d.Heading{Level: 1, Text: d.Plain("Tiekartta"), Summary: d.Plain("Tavoite on sen vuoden kohdalla, jolle sen viimeinen aikataulutettu toimenpide on merkitty.")},
		d.Legend{Items: []d.StopItem{item("Työllistymisen edistäminen"), item("Asumistaitojen edistäminen"), item("Sosiaalisten suhteiden ja kontaktien mahdollistaminen"), {Text: d.Plain("Kotoutumisen perusta"), Swatch: d.Swatch{Form: d.Granite}}, {Text: d.Plain("Seuranta"), Swatch: d.Swatch{Form: d.Hollow}}}},
		d.Roadmap{Stops: []d.Stop{{Label: "2019", Items: []d.StopItem{item("Kuvalliset asumisohjeet"), item("Kotoutumisen kokemusasiantuntijatoiminta"), item("Maksuttomien liikunta-, taideopetus- ja kulttuuripalveluiden hyödyntäminen")}}, {Label: "2020", Items: []d.StopItem{item("Asumisneuvonta")}}, {Label: "Jatkuva", Items: []d.StopItem{item("Segregaation torjunta"), item("Asetettujen tavoitteiden toteutuminen")}}}},
		d.PageBreak{},
		d.Heading{Level: 1, Text: d.Plain("Päätös ja pöytäkirja")},
		d.Table{Form: d.Facts, Columns: []d.Column{{Width: 44}, {Width: 126}}, Rows: []d.Row{{Cells: []d.Cell{{Heading: true, Entries: []d.Entry{{{Text: d.Plain("Toimielin"), Style: d.BodyMuted}}}}, {Entries: []d.Entry{{{Text: d.Plain("Vaasan kaupunginvaltuusto")}}}}}}, {Cells: []d.Cell{{Heading: true, Entries: []d.Entry{{{Text: d.Plain("Päätös"), Style: d.BodyMuted}}}}, {Entries: []d.Entry{{{Text: d.Plain("Kaupunginvaltuusto hyväksyi kotouttamisohjelman vuosille 2019–2022."), Style: d.BodyBold}}}}}}}},
		d.Heading{Level: 2, Text: d.Plain("Pöytäkirja")},
		d.Cards{Cards: []d.Card{{Role: "Puheenjohtaja", Name: "Maija Meikäläinen", Statement: "Allekirjoitettu sähköisesti 22.1.2019", Done: true}, {Role: "Pöytäkirjanpitäjä", Name: "Matti Mallikas", Statement: "Varmennettu sähköisesti 22.1.2019", Done: true}, {Role: "Pöytäkirjantarkastaja", Name: "Anna Exempel", Statement: "Tarkastettu sähköisesti 22.1.2019", Done: true}}},
		d.Callout{Paragraphs: []d.Paragraph{{Text: d.Plain("Lukittu sisältö, versio 1.0"), Style: d.Strong}, {Text: d.Plain("Sormenjälki SHA-256\n3f9a 71c2 88d0 4be6 0c5d e913 a7f4 2b68\n95e1 d03c 6a7f 18b2 c4d8 5e90 f12b 7a36")}, {Text: d.Plain("Ohjelman tiedot ovat tämän PDF-tiedoston liitteenä."), Style: d.Note}}},
	}}}}
	res, err := layout.Document(context.Background(), doc, faces)
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Create("/tmp/rep/sample.pdf")
	defer f.Close()
	if err := Write(context.Background(), f, res, faces, Options{Created: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Producer: "Tavoitekartta"}); err != nil {
		t.Fatal(err)
	}
}
