; The pages: welcome, one page of options, progress, end.

Var WelcomeWords
Var FolderField
Var ReaderBox
Var DesktopBox

!define MUI_ICON "${PICTURES}/icon.ico"
!define MUI_UNICON "${PICTURES}/icon.ico"
!define MUI_BGCOLOR "FFFFFF"
!define MUI_TEXTCOLOR "18272D"
!define MUI_FINISHPAGE_LINK_COLOR "0E5366"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}/head-100.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/side-100.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}/side-100.bmp"
!define MUI_CUSTOMFUNCTION_GUIINIT Begin
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.Begin
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_UNFINISHPAGE_NOREBOOTSUPPORT

ReserveFile /plugin System.dll
ReserveFile /plugin nsDialogs.dll

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$WelcomeWords"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW AddLanguageLinks
!insertmacro MUI_PAGE_WELCOME
Page custom ShowOptions KeepOptions
!define MUI_PAGE_HEADER_TEXT "$(InstallingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(InstallingSubtitle)"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(DoneTitle)"
!define MUI_FINISHPAGE_TEXT "$(DoneText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenNow)"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram
!insertmacro MUI_PAGE_FINISH

!define MUI_WELCOMEPAGE_TITLE "$(RemoveTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(RemoveText)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW un.NameRemoveButton
!insertmacro MUI_UNPAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "$(RemovingTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(RemovingSubtitle)"
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(RemovedTitle)"
!define MUI_FINISHPAGE_TEXT "$(RemovedText)"
!define MUI_FINISHPAGE_TEXT_LARGE
!insertmacro MUI_UNPAGE_FINISH

; SetLanguage turns $LanguageSwitch into the language of all texts; when it is
; none of ours, that of the system stays.
!macro SetLanguage
  ${Select} $LanguageSwitch
  ${Case} "fi"
    StrCpy $LANGUAGE ${LANG_FINNISH}
  ${Case} "sv"
    StrCpy $LANGUAGE ${LANG_SWEDISH}
  ${Case} "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndSelect}
!macroend

; SharpenPictures takes the pictures drawn for the screen's scaling. $0 and $1
; are used.
!macro SharpenPictures
  System::Call 'user32::GetDpiForWindow(p $HWNDPARENT) i .r0'
  ${If} $0 >= 168
    File "/oname=$PLUGINSDIR\modern-wizard.bmp" "${PICTURES}/side-200.bmp"
    File "/oname=$PLUGINSDIR\modern-header.bmp" "${PICTURES}/head-200.bmp"
  ${ElseIf} $0 >= 120
    File "/oname=$PLUGINSDIR\modern-wizard.bmp" "${PICTURES}/side-150.bmp"
    File "/oname=$PLUGINSDIR\modern-header.bmp" "${PICTURES}/head-150.bmp"
  ${EndIf}
  ${If} $0 >= 120
    SetBrandingImage /IMGID=1046 /RESIZETOFIT "$PLUGINSDIR\modern-header.bmp"
  ${EndIf}
!macroend

; Begin asks what has to be asked before the first page, and chooses its words.
Function Begin
  !insertmacro SharpenPictures
  Call FindObstacle
  ${Select} $Problem
  ${Case} ${EXIT_OLD_WINDOWS}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(OldWindows)"
    SetErrorLevel ${EXIT_OLD_WINDOWS}
    Quit
  ${Case} ${EXIT_NEWER_INSTALLED}
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "$(NewerInstalled)" IDYES go
    SetErrorLevel ${EXIT_NEWER_INSTALLED}
    Quit
  ${Case} ${EXIT_MSI_INSTALLED}
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONINFORMATION "$(MsiInstalled)" IDYES go
    SetErrorLevel ${EXIT_MSI_INSTALLED}
    Quit
  ${EndSelect}
  go:
  StrCpy $WelcomeWords "$(WelcomeNew)"
  ${If} $Installed != ""
    ${VersionCompare} $Installed "${VERSION}" $0
    ${If} $0 == 2
      StrCpy $WelcomeWords "$(WelcomeUpdate)"
    ${Else}
      StrCpy $WelcomeWords "$(WelcomeAgain)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.Begin
  !insertmacro SharpenPictures
FunctionEnd

; AddLanguageLinks puts the three languages below the welcome. The texts of a
; running setup cannot be exchanged, so it starts anew in the chosen one.
!macro LanguageLink LEFT WORDS CALL
  ${NSD_CreateLink} ${LEFT}u 178u 58u 12u "${WORDS}"
  Pop $0
  SetCtlColors $0 "0E5366" "${MUI_BGCOLOR}"
  ${NSD_OnClick} $0 ${CALL}
!macroend

Function AddLanguageLinks
  !insertmacro LanguageLink 120 "Suomeksi" SpeakFinnish
  !insertmacro LanguageLink 180 "På svenska" SpeakSwedish
  !insertmacro LanguageLink 240 "In English" SpeakEnglish
FunctionEnd

!macro SpeakFunction NAME CODE
  Function ${NAME}
    Pop $0
    HideWindow
    Exec '"$EXEPATH" /LANGUAGE=${CODE} /SCREENREADER=$WantsReader /DESKTOP=$WantsDesktop'
    SendMessage $HWNDPARENT ${WM_COMMAND} 2 0
  FunctionEnd
!macroend
!insertmacro SpeakFunction SpeakFinnish fi
!insertmacro SpeakFunction SpeakSwedish sv
!insertmacro SpeakFunction SpeakEnglish en

; ShowOptions is one page with everything that can be chosen; nothing has to be.
Function ShowOptions
  !insertmacro MUI_HEADER_TEXT "$(OptionsTitle)" "$(OptionsSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckBox} 0 2u 100% 12u "$(WithDesktop)"
  Pop $DesktopBox
  ${NSD_SetState} $DesktopBox $WantsDesktop
  ${NSD_CreateCheckBox} 0 24u 100% 12u "$(WithReader)"
  Pop $ReaderBox
  ${NSD_SetState} $ReaderBox $WantsReader
  ${NSD_CreateLabel} 12u 37u 95% 28u "$(ReaderExplained)"
  Pop $0
  ${NSD_CreateLabel} 0 76u 100% 10u "$(FolderLabel)"
  Pop $0
  ${NSD_CreateDirRequest} 0 88u 225u 14u "$INSTDIR"
  Pop $FolderField
  ${NSD_CreateBrowseButton} 230u 87u 70u 16u "$(FolderChange)"
  Pop $0
  ${NSD_OnClick} $0 ChooseFolder
  ${NSD_CreateLabel} 0 108u 100% 26u "$(FolderExplained)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(InstallButton)"
  nsDialogs::Show
FunctionEnd

Function ChooseFolder
  Pop $0
  ${NSD_GetText} $FolderField $0
  nsDialogs::SelectFolderDialog "$(FolderQuestion)" $0
  Pop $0
  ${If} $0 != error
    ; The name is added, so that files never mix with those of others.
    ${GetFileName} $0 $1
    ${If} $1 != "${NAME}"
      ${WordReplace} "$0\${NAME}" "\\" "\" "+" $0
    ${EndIf}
    ${NSD_SetText} $FolderField $0
  ${EndIf}
FunctionEnd

Function KeepOptions
  ${NSD_GetState} $DesktopBox $WantsDesktop
  ${NSD_GetState} $ReaderBox $WantsReader
  ${NSD_GetText} $FolderField $INSTDIR
  StrCpy $Problem ""
  Call FindFolderProblem
  ${If} $Problem != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$ProblemText"
    Abort
  ${EndIf}
FunctionEnd

Function OpenProgram
  ${If} $WantsReader == 1
    Exec '"$INSTDIR\${READER}"'
  ${Else}
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd
