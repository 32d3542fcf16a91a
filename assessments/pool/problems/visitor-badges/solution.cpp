// Reads each name letter by letter and decides at the end of every part.
#include <algorithm>
#include <iostream>
#include <set>
#include <string>

using namespace std;

string initials(const string &name) {
    static const set<string> particles = {"al", "bin", "da", "de", "la", "van", "von"};
    string result, part, letters;
    bool first = true, fresh = true;
    for (char c : name + " ") {
        if (c == ' ') {
            if (first || !particles.count(part)) result += letters;
            part.clear(), letters.clear();
            first = false, fresh = true;
        } else {
            if (fresh) letters += toupper(c);
            fresh = c == '-';
            part += tolower(c);
        }
    }
    return result;
}

int main() {
    int n;
    string name;
    cin >> n;
    getline(cin, name);
    while (n-- && getline(cin, name)) cout << initials(name) << '\n';
}
