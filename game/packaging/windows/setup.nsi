; Setup for one user, without an administrator; with /ALLUSERS for the whole computer.
;
;   Setup.exe                      asks
;   Setup.exe /S                   asks nothing
;   Setup.exe /S /D=C:\some place  into this folder; /D comes last, and has no quotation marks
;   Setup.exe /S /ALLUSERS         into Program Files; whoever runs it must be an administrator
;   Setup.exe /S /DESKTOP          with an icon on the desktop
;   uninstall.exe /S               games and settings stay
;   uninstall.exe /S /GAMES        those of this user go as well
;
; It is built by game/packaging/installers.py, which defines SOURCE, TARGET, VERSION, NUMBERS, TITLE,
; ID, PUBLISHER, ICON and STORY.

Unicode true
; Debian's small program in front of an installer is for 64 bit only in this form.
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"
!include "LogicLib.nsh"

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"

Name "${TITLE}"
OutFile "${TARGET}"
InstallDir ""
BrandingText " "
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${TITLE}"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey FileDescription "${TITLE} Setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEPAGE_TEXT "This puts ${TITLE} on this computer, for you alone. No administrator is needed.$\r$\n$\r$\nGames and settings of an older version stay."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\PowerStruggle.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var ForAll
Var OnDesktop
Var Games

!macro Everybody
  SetShellVarContext all
  SetRegView 64
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${TITLE} needs 64-bit Windows 10 or later." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $ForAll 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop 1
  ${EndIf}
  ${If} $ForAll == 1
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      MessageBox MB_OK|MB_ICONSTOP "/ALLUSERS needs an administrator. Without it, Setup installs for you alone." /SD IDOK
      SetErrorLevel 740
      Quit
    ${EndIf}
    !insertmacro Everybody
  ${Else}
    SetShellVarContext current
  ${EndIf}
  ${If} $INSTDIR == ""
    ; Where an older version lies, the new one goes.
    ReadRegStr $INSTDIR SHCTX "${LISTED}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $ForAll == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${ID}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${ID}"
    ${EndIf}
  ${EndIf}
FunctionEnd

!macro TakeAway
  ; Never the folder itself: somebody may have picked one with other things in it, and lab.yaml,
  ; portable.txt and the stories of teachers are not ours.
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\stories\${STORY}"
!macroend

Section "Program"
  !insertmacro TakeAway
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${SOURCE}/*.*"
  ${If} ${Errors}
    SetErrorLevel 5
    Abort "The files could not be written to $INSTDIR. Is the program still running?"
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\PowerStruggle.exe"
  ${If} $OnDesktop == 1
    CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\PowerStruggle.exe"
  ${EndIf}
  WriteRegStr SHCTX "${LISTED}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${LISTED}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${LISTED}" "DisplayIcon" "$INSTDIR\PowerStruggle.exe"
  WriteRegStr SHCTX "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${LISTED}" "NoModify" 1
  WriteRegDWORD SHCTX "${LISTED}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${LISTED}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  ; Which list are we in: everybody's, or this user's?
  !insertmacro Everybody
  ReadRegStr $0 HKLM "${LISTED}" "InstallLocation"
  ${If} $0 != "$INSTDIR"
    SetRegView lastused
    SetShellVarContext current
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/GAMES" $1
  ${IfNot} ${Errors}
    StrCpy $Games 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  !insertmacro TakeAway
  Delete "$INSTDIR\stories\READ ME.txt"
  RMDir "$INSTDIR\stories"
  Delete "$INSTDIR\PowerStruggle.exe"
  Delete "$INSTDIR\power-struggle.exe"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\TECHNICIANS.txt"
  Delete "$INSTDIR\lab-template.yaml"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${LISTED}"
  SetShellVarContext current
  ; Pictures that were put together can be put together again; games cannot.
  RMDir /r "$LOCALAPPDATA\PowerStruggle"
  ${If} $Games == 1
    RMDir /r "$APPDATA\PowerStruggle"
  ${EndIf}
SectionEnd
