// One way to begin: icon, title, sentence, chevron. A command link, drawn as paper.
#pragma once

#include <QCommandLinkButton>

namespace dimsum {

class ChoiceButton : public QCommandLinkButton
{
    Q_OBJECT

public:
    explicit ChoiceButton(const QString &iconName, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    void setPrimary(bool primary);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    bool m_primary = false;
};

} // namespace dimsum
