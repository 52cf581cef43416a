const NO_COMPANY =
  /\b(?:organi[sz]ations?|association|council|union|department|committee|university|college|court|ministry|federation|commission|agency|authority|government|parliament|congress|senate|treasury|reserve|foundation|office|bureau|institute|police|party|army|house of (?:commons|lords|representatives)|world bank|central bank|bank of (?:england|japan|canada|china)|white house|kremlin|club)\b/i

/** Whether a stem asks for a company. */
export const asksCompany = (stem: string): boolean =>
  /\b(?:which|what) (?:[\w-]+ )?(?:company|firm|business|bank|airline|carmaker|retailer)\b/i.test(stem)

/** Whether a name says that what it names is no company, so that nobody would take it for one. */
export const isNoCompany = (name: string): boolean => NO_COMPANY.test(name)
