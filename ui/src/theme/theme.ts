// Copyright The Gozinto Authors
// SPDX-License-Identifier: Apache-2.0
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const accent: MantineColorsTuple = [
  '#e1f0ee',
  '#c6e3e0',
  '#9fd0cb',
  '#76bcb6',
  '#4fb8b0',
  '#2b8f8b',
  '#0b6e6e',
  '#095e5e',
  '#074d4d',
  '#053b3b',
]

/** Words on the accent are dark where the accent is light; Mantine would take those of the light scheme for both. */
const variantColours: VariantColorsResolver = input => {
  const colours = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled') {
    return colours
  }
  if (input.color === 'red') {
    // What cannot be taken back; Mantine's own red is too light for white words.
    return { ...colours, background: 'var(--bad)', hover: 'var(--bad)', color: 'var(--paper)' }
  }
  const onAccent = input.color === undefined || input.color === 'accent'
  return onAccent ? { ...colours, color: 'var(--on-accent)' } : colours
}

/** Mantine's greys of the dark scheme, in the hue of the tokens: fields, borders and menus are made from them. */
const dark: MantineColorsTuple = [
  '#e7ebee',
  '#c4cbd0',
  '#a7b0b8',
  '#8f99a2',
  '#4a545d',
  '#39424a',
  '#232a30',
  '#1b2025',
  '#171c20',
  '#13171b',
]

/** Mantine in the look of the tokens: calm, dense, one accent. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent, dark },
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  variantColorResolver: variantColours,
  defaultRadius: 'md',
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  fontFamilyMonospace: '"IBM Plex Mono", ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.3' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '22px', lineHeight: '1.25' } } },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Modal: { defaultProps: { centered: true } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
})

/** Lets Mantine's own surfaces take the tokens, so that both schemes come from one place. */
export const variables: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink2)',
    '--mantine-color-placeholder': 'var(--ink3)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
  }
  return { variables: {}, light: surfaces, dark: surfaces }
}
