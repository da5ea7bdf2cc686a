/* The program for Windows: loads the Python that lies beside it and lets it run the game.

   One process, with our name and icon. Nothing is unpacked and nothing is written, so it runs from a
   share, from a stick and from a folder that nobody may write to. Compiled twice: with CONSOLE for
   "power-struggle.exe", which can print, and without for "PowerStruggle.exe", which opens no console. */

#ifndef UNICODE
#define UNICODE
#endif
#ifndef _UNICODE
#define _UNICODE
#endif
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define MOST 32768
#define LIBRARY L"python\\python313.dll"
#define SCRIPT L"app\\start.py"

typedef int (*run_python)(int, wchar_t **);

static wchar_t folder[MOST], library[MOST], script[MOST];

static void fail(const wchar_t *what, const wchar_t *path) {
  static wchar_t said[MOST];
  _snwprintf(said, MOST - 1,
             L"%ls\n%ls\n\nCopy the whole folder of The Power Struggle again. If the file is there, a "
             L"virus scanner or a rule of your school may be blocking it. (Windows says %lu.)",
             what, path, GetLastError());
#ifdef CONSOLE
  fwprintf(stderr, L"%ls\n", said);
#else
  MessageBoxW(NULL, said, L"The Power Struggle cannot start", MB_OK | MB_ICONERROR);
#endif
  ExitProcess(111);
}

static int start(int count, wchar_t **words) {
  DWORD length = GetModuleFileNameW(NULL, folder, MOST - 1);
  wchar_t *end = wcsrchr(folder, L'\\');
  if (!length || length >= MOST - 64 || !end) fail(L"The folder of the program is not known.", folder);
  end[1] = 0;
  _snwprintf(library, MOST - 1, L"%ls%ls", folder, LIBRARY);
  _snwprintf(script, MOST - 1, L"%ls%ls", folder, SCRIPT);

  /* No library from the folder somebody happens to be in, and no other Python's settings. */
  SetDllDirectoryW(L"");
  SetEnvironmentVariableW(L"PYTHONHOME", NULL);
  SetEnvironmentVariableW(L"PYTHONPATH", NULL);

  if (GetFileAttributesW(script) == INVALID_FILE_ATTRIBUTES) fail(L"A file is missing:", script);
  HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (!python) fail(L"A file is missing, or may not be used:", library);
  run_python run = (run_python)(void *)GetProcAddress(python, "Py_Main");
  if (!run) fail(L"A file is damaged:", library);

  wchar_t **given = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(wchar_t *) * (count + 6));
  if (!given) fail(L"There is not enough memory.", L"");
  int number = 0;
  given[number++] = words[0];
  given[number++] = L"-I";
  given[number++] = L"-B";
  given[number++] = L"-X";
  given[number++] = L"utf8";
  given[number++] = script;
  for (int word = 1; word < count; word++) given[number++] = words[word];
  return run(number, given);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words) { return start(count, words); }
#else
int WINAPI wWinMain(HINSTANCE own, HINSTANCE none, PWSTR line, int show) {
  (void)own, (void)none, (void)line, (void)show;
  return start(__argc, __wargv);
}
#endif
