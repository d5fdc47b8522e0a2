/**
 * Official papers: documents in Chinese with the layout of official documents, made from templates that an installation can replace.
 * What is in a paper is gathered by the features that issue it.
 */
package org.jielian.portal.papers;
