// @vitest-environment node
// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import { dirname, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import german from './languages/de'
import english from './languages/en'

/** Reading all sources with their types takes some seconds. */
const PATIENCE_MS = 120_000

/** A call that can mean more keys than this says nothing about any of them. */
const KEYS_OF_A_CALL_MAX = 60

type Texts = { [key: string]: string | Texts }

/** All keys with their texts: `shell.to.move` → `Move`. */
function flat(texts: Texts, above = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') {
      all.set(above + key, value)
    } else {
      for (const [below, text] of flat(value, `${above}${key}.`)) {
        all.set(below, text)
      }
    }
  }
  return all
}

const PLURAL = /_(zero|one|two|few|many|other)$/

/** The key as the code says it, without the ending of its plural form. */
const spoken = (key: string) => key.replace(PLURAL, '')

type Uses = { keys: Set<string>; unclear: string[] }

/** The keys that the code asks for with `t(…)`. A computed key counts as what its type allows, and no more. */
function uses(program: ts.Program, isOurs: (file: ts.SourceFile) => boolean): Uses {
  const checker = program.getTypeChecker()
  const found: Uses = { keys: new Set(), unclear: [] }

  const literals = (type: ts.Type): string[] | null => {
    if (type.isUnion()) {
      const parts = type.types.map(literals)
      return parts.every(part => part !== null) ? parts.flat() : null
    }
    if (type.isStringLiteral() || type.isNumberLiteral()) {
      return [String(type.value)]
    }
    return null
  }

  const keysOf = (node: ts.Expression): string[] | null => {
    if (ts.isStringLiteralLike(node)) {
      return [node.text]
    }
    if (ts.isConditionalExpression(node)) {
      const [yes, no] = [keysOf(node.whenTrue), keysOf(node.whenFalse)]
      return yes === null || no === null ? null : [...yes, ...no]
    }
    if (ts.isTemplateExpression(node)) {
      let made = [node.head.text]
      for (const span of node.templateSpans) {
        const values = literals(checker.getTypeAtLocation(span.expression))
        if (values === null) {
          return null
        }
        made = made.flatMap(before => values.map(value => before + value + span.literal.text))
      }
      return made
    }
    return literals(checker.getTypeAtLocation(node))
  }

  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && isTranslation(node.expression) && node.arguments[0] !== undefined) {
      const keys = keysOf(node.arguments[0])
      if (keys === null || keys.length > KEYS_OF_A_CALL_MAX) {
        const file = node.getSourceFile()
        const { line } = file.getLineAndCharacterOfPosition(node.getStart())
        found.unclear.push(`${file.fileName}:${line + 1} ${node.getText()}`)
      } else {
        for (const key of keys) {
          found.keys.add(key)
        }
      }
    }
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles().filter(isOurs)) {
    visit(file)
  }
  return found
}

function isTranslation(callee: ts.Expression): boolean {
  return (
    (ts.isIdentifier(callee) && callee.text === 't') ||
    (ts.isPropertyAccessExpression(callee) && callee.name.text === 't')
  )
}

function missing(used: Set<string>, texts: Map<string, string>): string[] {
  const there = new Set([...texts.keys()].flatMap(key => [key, spoken(key)]))
  return [...used].filter(key => !there.has(key)).sort()
}

function unused(used: Set<string>, texts: Map<string, string>): string[] {
  return [...texts.keys()].filter(key => !used.has(key) && !used.has(spoken(key))).sort()
}

/** What is filled into a text, such as `{{count}}`. */
function blanks(text: string | undefined): string[] {
  return [...new Set(text?.match(/{{\w+}}/g))].sort()
}

function screens(): { program: ts.Program; isOurs: (file: ts.SourceFile) => boolean } {
  const root = resolve(dirname(new URL(import.meta.url).pathname), '../..')
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const sources = fileNames.filter(name => !/\.test\.tsx?$/.test(name))
  const ours = new Set(sources)
  return { program: ts.createProgram(sources, options), isOurs: file => ours.has(file.fileName) }
}

/** A program of one small file that lives here only. */
function small(code: string) {
  const options: ts.CompilerOptions = { noLib: true, strict: true, target: ts.ScriptTarget.ES2022 }
  const host = ts.createCompilerHost(options)
  const source = ts.createSourceFile('small.ts', code, ts.ScriptTarget.ES2022, true)
  host.getSourceFile = name => (name === 'small.ts' ? source : undefined)
  return { program: ts.createProgram(['small.ts'], options, host), isOurs: (f: ts.SourceFile) => f === source }
}

function usesOf({ program, isOurs }: ReturnType<typeof small>): Uses {
  return uses(program, isOurs)
}

describe('the texts of the screens', () => {
  const en = flat(english)
  const de = flat(german)

  test('are the same in both languages, key by key', () => {
    expect([...de.keys()].sort()).toEqual([...en.keys()].sort())
  })

  test('are all there', () => {
    expect([...en, ...de].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('have the same blanks to fill in both languages', () => {
    const different = [...en].filter(([key, text]) => blanks(text).join() !== blanks(de.get(key)).join())
    expect(different).toEqual([])
  })

  test(
    'are asked for by the code, and the code asks for no others',
    () => {
      const { keys, unclear } = usesOf(screens())
      expect(keys.size).toBeGreaterThan(50)
      expect({ unclear, missing: missing(keys, en), unused: unused(keys, en) }).toEqual({
        unclear: [],
        missing: [],
        unused: [],
      })
    },
    PATIENCE_MS,
  )
})

describe('this search itself', () => {
  const code = `
    declare function t(key: string, blanks?: object): string
    declare const kind: 'bin' | 'site'
    declare const anything: string
    declare const open: boolean
    const KEYS = { shut: 'room.shut', ajar: 'room.ajar' } as const
    declare const door: keyof typeof KEYS
    t('room.title')
    t(open ? 'room.open' : 'room.closed')
    t(\`room.kind.\${kind}\`)
    t(KEYS[door])
    t('room.rows', { count: 3 })
    t('room.planted-missing')
  `
  const texts = flat({
    room: {
      title: 'Room',
      open: 'open',
      closed: 'closed',
      shut: 'shut',
      ajar: 'ajar',
      kind: { bin: 'Bin', site: 'Site', 'planted-unused': 'Area' },
      rows_one: '{{count}} row',
      rows_other: '{{count}} rows',
      'planted-unused': 'never shown',
    },
  })

  test('finds a key that is planted in the code and has no text', () => {
    expect(missing(usesOf(small(code)).keys, texts)).toEqual(['room.planted-missing'])
  })

  test('finds keys that are planted in the texts and have no use, beside a computed family too', () => {
    expect(unused(usesOf(small(code)).keys, texts)).toEqual(['room.kind.planted-unused', 'room.planted-unused'])
  })

  test('does not take a key for used whose parts can be anything', () => {
    const call = 't(`room.$' + '{x}`)'
    const { keys, unclear } = usesOf(small(`declare function t(k: string): string; declare const x: string; ${call}`))
    expect(keys.size).toBe(0)
    expect(unclear).toEqual([`small.ts:1 ${call}`])
  })

  test('finds blanks that only one language has', () => {
    expect(blanks('{{count}} of {{all}}')).not.toEqual(blanks('{{count}} von {{alle}}'))
  })
})
