/** Of /settings: sessions, and what Keepsake keeps of a person. */
export const account = {
  sessions: {
    section: "Where you are signed in",
    description: "Ending a session signs that browser out at once.",
    loading: "Your sessions are loading",
    unread: "Your sessions could not be read",
    list: "Sessions",
    current: "this browser",
    browserOn: "{browser} on {system}",
    aBrowser: "A browser",
    since: "Signed in <time></time>",
    seen: "last seen <time></time>",
    end: "End",
    endName: "End the session of {name}",
    endOthers: "End all others",
    endOthersQuestion: "End all other sessions?",
    endOthersText:
      "{count, plural, one {One other browser is} other {# other browsers are}} signed out at once. This one stays signed in.",
    ended: "Session ended",
    endedOthers: "{count, plural, one {One session ended} other {# sessions ended}}",
    notEnded: "The session was not ended",
    notEndedOthers: "The other sessions were not ended",
    keepThem: "Keep them",
  },
  data: {
    section: "Your data",
    description: "What Keepsake itself stores about you. Your memories lie in Memoram.",
    activity: "See your activity",
    download: "Download your data",
    downloadHint:
      "One JSON file: your profile and sessions, the state of your connection, settings, activity, and the trash and earlier versions of memories, opened. Keys and tokens are named and left out.",
    notDownloaded: "Your data was not downloaded",
    downloaded: "Downloaded",
    delete: "Delete your account",
    deleteHint:
      "Erases everything in that file and every key and session. Memoram keeps your memories.",
  },
  deletion: {
    title: "Delete your account?",
    erases:
      "Keepsake erases all that it stores about you: your profile, sessions and keys, the connection, settings, activity, the trash and all earlier versions. Nobody can bring that back.",
    leaves:
      "Nothing happens in Memoram: your memories stay there, and so does the access that you granted. To take it back, revoke or reject the request in your <link>Memoram dashboard</link>.",
    type: "Type “{words}” to go on",
    words: "delete my account",
    submit: "Delete for ever",
    keep: "Keep my account",
    failed: "Your account was not deleted",
  },
} as const;
