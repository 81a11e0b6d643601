package io.concordat.contract.change;

/** What a part of a contract is. */
enum Section {
  CONTRACT,
  OBJECT,
  /** A field, or the items of a list. */
  FIELD,
  RULE,
  SLA,
  SERVER,
  ROLE,
  SUPPORT,
  MEMBER,
  RELATIONSHIP,
  CUSTOM_PROPERTY
}
