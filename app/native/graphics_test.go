package native

import "testing"

func TestOpenGLFrom21OnSuffices(t *testing.T) {
	for version, want := range map[string]bool{
		"2.1":                        true,
		"2.1.0":                      true,
		"2.1 Mesa 22.3.6":            true,
		"3.0.0 - Build 8.15.10.2900": true,
		"4.5 (Compatibility Profile) Mesa 22.3.6": true,
		"4.6.0 NVIDIA 531.41":                     true,
		"10.0":                                    true,
		"1.1.0":                                   false, // Windows' own, "GDI Generic"
		"1.4.0 - Build 4.14.10.4837":              false,
		"2.0.6645 WinXP Release":                  false,
		"2.0":                                     false,
		"OpenGL ES 3.2 Mesa 22.3.6":               false,
		"":                                        false,
		"2":                                       false,
		"2.":                                      false,
		".1":                                      false,
		"2.1beta":                                 false,
		"99999999999999999999.1":                  false,
		"version 4":                               false,
	} {
		if got := (Graphics{Version: version}).Suffices(); got != want {
			t.Errorf("%q: %v", version, got)
		}
	}
}

func FuzzAnyVersionIsRead(f *testing.F) {
	f.Add("4.6.0 NVIDIA 531.41")
	f.Fuzz(func(_ *testing.T, version string) { Graphics{Version: version}.Suffices() })
}
