package wording_test

import (
	"fmt"

	"tavoitekartta/model"
	"tavoitekartta/model/wording"
)

func ExampleReadIndicator() {
	proposal := wording.ReadIndicator("5 koulutuskertaa / v", model.Finnish)
	fmt.Println(proposal.Kind, proposal.TargetYearly, proposal.Unit)
	for _, part := range wording.ReadIndicator("Ibruktagande samt antalet lokaler", model.Swedish).Parts {
		fmt.Println(part.Kind, part.Wording)
	}
	// Output:
	// count 5 koulutuskertaa
	// done Ibruktagande
	// count Antalet lokaler
}
