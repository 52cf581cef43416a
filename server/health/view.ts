/** A job that went wrong, as an admin sees it: never what it was told, nor the words of its error. */
export interface FailedJobView {
  readonly id: string
  /** 'send-letter' */
  readonly task: string
  readonly attempts: number
  /** When it is tried again; null where its tries are used up. */
  readonly nextAt: string | null
}

/** A backup that was taken unasked, or one that failed. */
export interface BackupView {
  readonly at: string
  readonly sort: string
  readonly node: string
  readonly file: string | null
  readonly bytes: number | null
  readonly failure: string | null
}

/** Something that went wrong in our code. */
export interface FailureView {
  readonly deed: string
  readonly name: string
  readonly code: string | null
  readonly place: string | null
  readonly times: number
  readonly lastAt: string
}

/** How this installation does. */
export interface StateView {
  readonly waiting: number
  readonly failedJobs: readonly FailedJobView[]
  readonly importsUnderWay: number
  /** Of the last seven days, by why they came to nothing. */
  readonly importsFailed: readonly { readonly why: string; readonly count: number }[]
  readonly openFlags: number
  readonly databaseBytes: number
  readonly tables: readonly { readonly table: string; readonly bytes: number }[]
  readonly dataFolder: string
  /** What is free on the disk of the data folder; null where it cannot be told. */
  readonly freeBytes: number | null
  /** Where this node puts backups; null where it takes none. */
  readonly backupsFolder: string | null
  readonly lastBackup: BackupView | null
  /** The last that failed, where none has gone well since. */
  readonly failedBackup: BackupView | null
  readonly versions: readonly { readonly what: string; readonly version: string }[]
  readonly failures: readonly FailureView[]
}
