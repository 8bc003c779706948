package main

import (
	"fmt"
	"strings"
)

// notices is the document: a table of the components, then each licence text
// once, with the components that it is for.
func notices(components []component) string {
	var page strings.Builder
	page.WriteString(`# Third-party notices

Tavoitekartta is built with the work of others, listed here with their licences
in full. The page is made by ` + "`make notices`" + `; it is not edited by hand.

| component | version | licence |
|---|---|---|
`)
	for _, c := range components {
		fmt.Fprintf(&page, "| %s | %s | %s |\n", c.name, c.version, strings.Join(kinds(c.licences), ", "))
	}

	type text struct {
		body   string
		owners []string
	}
	var texts []*text
	known := map[string]*text{}
	for _, c := range components {
		for _, l := range c.licences {
			key := strings.Join(strings.Fields(l.text), " ")
			if known[key] == nil {
				known[key] = &text{body: l.text}
				texts = append(texts, known[key])
			}
			known[key].owners = append(known[key].owners, c.name+" ("+l.file+")")
		}
	}
	page.WriteString("\n## Licences\n")
	for _, t := range texts {
		fmt.Fprintf(&page, "\n### %s\n\n%s\n", strings.Join(t.owners, ", "), quoted(t.body))
	}
	return page.String()
}

// quoted sets a text off as it stands, whatever marks it holds.
func quoted(text string) string {
	var block strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(strings.Trim(text, "\ufeff\r\n\f"), "\r\n", "\n")) {
		line = strings.TrimRight(strings.ReplaceAll(line, "\f", ""), " \t\n")
		if line == "" {
			block.WriteString("\n")
			continue
		}
		block.WriteString("    " + line + "\n")
	}
	return strings.TrimRight(block.String(), "\n")
}

// kinds names the licences by words that stand in each and in no other; a text
// that is none of them is "see below".
func kinds(licences []licence) []string {
	marks := []struct{ mark, name string }{
		{"apache license version 2.0", "Apache-2.0"},
		{"apache.org/licenses/license-2.0", "Apache-2.0"},
		{"under the apache license", "Apache-2.0"},
		{"mozilla public license version 2.0", "MPL-2.0"},
		{"gcc runtime library exception", "GPL-3.0 with GCC exception"},
		{"names of the copyright holders must not be used to endorse", "ZPL-2.1, BSD, MIT"},
		{"unicode license v3", "Unicode-3.0"},
		{"patterns may be freely distributed", "freely distributed"},
		{"sil open font license", "OFL-1.1"},
		{"bitstream vera", "Bitstream Vera"},
		{"free and unencumbered software released into the public domain", "Unlicense"},
		{"cc0 1.0 universal", "CC0-1.0"},
		{"lppl", "LPPL"},
		{"neither the name of", "BSD-3-Clause"},
		{"names of its contributors", "BSD-3-Clause"},
		{"the name of the author may not be used", "BSD-3-Clause"},
		{"redistribution and use in source and binary forms", "BSD-2-Clause"},
		{"permission is hereby granted, free of charge", "MIT"},
		{"permission to use, copy, modify, and/or distribute", "ISC"},
		{"permission to use, copy, modify, and distribute", "ISC"},
		{"this software is provided 'as-is'", "Zlib"},
		{"zlib/libpng", "Zlib"},
	}
	var names []string
	seen := map[string]bool{}
	for _, l := range licences {
		words := strings.ToLower(strings.Join(strings.Fields(l.text), " "))
		name := "see below"
		for _, m := range marks {
			if strings.Contains(words, m.mark) {
				name = m.name
				break
			}
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}
