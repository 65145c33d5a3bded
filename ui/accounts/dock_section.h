// One part of a dock: a hairline, a head (title, facts, controls) and the content below, which may fold away.
#pragma once

#include "qt/roles.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dimsum
{

class DockSection : public QWidget
{
    Q_OBJECT

public:
    enum class Fold { never, open, closed };

    explicit DockSection(const QString &title, Fold fold = Fold::never, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString title() const;
    void setTitleTone(Tone tone);
    // Right in the head: "4 of 7 roles engaged". Wraps where it is long.
    void setFacts(const QString &facts, Tone tone = Tone::secondary);
    QString facts() const;
    void addControl(QWidget *control);
    // Below the head, in the order of the calls; takes ownership.
    void addContent(QWidget *content);
    // A table, whose cells have a padding of their own: it reaches out so that its text lines up with the
    // title.
    void addTable(QWidget *table);

    bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void showFold();

    Fold m_fold;
    bool m_open = true;
    Tone m_titleTone = Tone::plain;
    Tone m_factsTone = Tone::secondary;
    QLabel *m_title;
    QToolButton *m_toggle; // instead of the title where the section folds
    QLabel *m_facts;
    QHBoxLayout *m_head;
    QWidget *m_body;
    QVBoxLayout *m_content;
};

} // namespace dimsum
