/** Tabs begin where those of the console's own pages do. */
export const TAB_INSET = { default: "insetNone", xl: "insetLg", "2xl": "insetXl" } as const;
